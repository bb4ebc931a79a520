/**
 * A script for `zsh -f -c`, with a completion script and a line as its arguments: an interactive zsh in a pseudo-terminal
 * gets the line and a tab, and what its line editor then holds is printed.
 */
export const zshDriver = `zmodload zsh/zpty
zpty inner "TERM=dumb zsh -f -i"
zpty -w inner "PS1='> '; autoload -U compinit; compinit -u -D; source $1; say() { print -r -- \\"LINE:\\$BUFFER:END\\" }; zle -N say; bindkey '^X' say; print REA''DY"
while zpty -r inner line; do [[ $line == *READY* ]] && break; done
zpty -n -w inner "$2"$'\\t\\x18'
while zpty -r inner line; do [[ $line == *LINE:*:END* ]] && { print -r -- "\${\${line#*LINE:}%:END*}"; break }; done
zpty -d inner`;
