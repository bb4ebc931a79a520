import type { TargetTrouble } from '@kneepoint/core';
import type { HelpWords } from '../error-words.ts';

const askIt = (url: string): string =>
  url.startsWith('unix:') ? `ls -l ${url.slice(5)}` : `curl -i ${url}/v1/models`;

export const targetHelp: HelpWords<TargetTrouble['kind']> = {
  'connection-refused': ({ url, isSocket }) => ({
    what: `无法连接 ${url}：${isSocket ? '套接字文件存在，但没有程序在监听' : '该端口没有服务器在监听'}（ECONNREFUSED）`,
    why: '服务器没有启动、还在加载模型、已经退出，或监听在别的端口',
    tries: ['确认服务器正在运行，主机和端口正确', '让 Kneepoint 在本机查找服务器：kneepoint init'],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'connection-forbidden': ({ url, isSocket }) => ({
    what: `无法连接 ${url}：当前用户没有连接权限（EACCES）`,
    why: isSocket ? '套接字或其目录属于别的用户' : '本机防火墙禁止了这个连接',
    tries: [isSocket ? '检查套接字及其目录的权限' : '检查防火墙规则'],
    commands: [askIt(url)],
  }),
  'host-unknown': ({ host }) => ({
    what: `无法解析主机名“${host}”`,
    why: '名称拼写有误、只在别的网络中有效，或本机没有可用的 DNS 服务器',
    tries: ['检查拼写，或直接填写 IP 地址'],
    commands: [`getent hosts ${host}`],
  }),
  'certificate-untrusted': ({ url, code }) => ({
    what: `${url} 的证书不被任何已知机构信任（${code}）`,
    why: '证书是自签名的，或由内部的证书机构签发',
    tries: ['用 --ca FILE 指定服务器或证书机构的证书', '或用 --insecure 跳过证书检查；结果中会注明未经检查'],
    commands: [`kneepoint bench ${url} --ca FILE`],
  }),
  'certificate-outdated': ({ url, isExpired }) => ({
    what: `${url} 的证书${isExpired ? '已经过期' : '尚未生效'}`,
    why: '证书没有续期，或本机时钟不准',
    tries: ['检查本机时钟，并更新证书', '或用 --insecure 跳过证书检查'],
    commands: ['date'],
  }),
  'certificate-misnamed': ({ url }) => ({
    what: `${url} 的证书是为别的名称签发的`,
    why: '填写的地址与证书中的名称不一致',
    tries: ['改用证书中的名称', '或用 --insecure 跳过证书检查'],
    commands: [`curl -vI ${url}`],
  }),
  'tls-missing': ({ url, code }) => ({
    what: `无法用 TLS 与 ${url} 通信（${code}）`,
    why: '那里的服务器没有启用 TLS，或 TLS 版本过旧',
    tries: [`如果它使用普通 HTTP，请填写 ${plain(url)}`],
    commands: [`kneepoint bench ${plain(url)}`],
  }),
  'no-answer': ({ url, seconds }) => ({
    what: `${url} 接受连接，但 ${seconds} 秒内没有应答`,
    why: '服务器还在加载、已经卡住，或忙得来不及应答',
    tries: ['确认主机和端口正确，并查看服务器日志的最后几行', '如果只是慢，等下面第一条命令有应答后再试'],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  unreachable: ({ url, reason }) => ({
    what: `无法连接 ${url}（${reason}）`,
    why: '主机已关机、在另一个网络中，或防火墙丢弃了数据包',
    tries: ['确认服务器正在运行，主机和端口正确'],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'key-refused': ({ url, status, withKey }) => ({
    what: `${url} 对 /v1/models 的应答是 ${status}：${withKey ? '不接受这个 API 密钥' : '需要 API 密钥'}`,
    why: withKey
      ? '密钥与服务器启动时设定的不同，或没有使用该模型的权限'
      : '服务器启动时设定了密钥（--api-key），而请求没有携带密钥',
    tries: [
      withKey
        ? '检查环境变量中的密钥'
        : '把密钥放进环境变量，用 --api-key-env 指定变量名；在计划文件中用 apiKeyEnv',
    ],
    commands: ['export SERVER_KEY=...', `kneepoint bench ${url} --api-key-env SERVER_KEY`],
  }),
  'model-untold': ({ url, isPage }) => ({
    what: `${url} 没有说明它提供哪个模型${isPage ? '（应答是 HTML 页面）' : ''}`,
    why: isPage
      ? '这是网页（聊天界面、代理或控制台）的地址，不是推理服务器的地址'
      : '它没有 /v1/models 路由、不是推理服务器，或者 API 路径带有前缀',
    tries: [isPage ? '填写程序发送请求所用的地址，端口往往不同' : '检查地址，或用 --model NAME 指定模型'],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'model-not-served': ({ url, model, served, nearest }) => ({
    what: `${url} 不提供模型“${model}”；它提供：${served.map((name) => `“${name}”`).join('、')}`,
    why: '名称拼写有误，或服务器以别的名称启动（--served-model-name）',
    tries: [nearest === null ? '用 --model 指定其中之一，或去掉 --model' : `是不是想写 --model ${nearest}？`],
    commands: [],
  }),
};

const plain = (url: string): string => url.replace(/^https:/, 'http:');
