"""Reference values of SciPy for the statistics of this folder: python reference.py FOLDER. Needs numpy and scipy."""
import json, sys
import numpy as np, scipy
from scipy import stats
rng = np.random.default_rng(20261124)
out = sys.argv[1]
def ratio(b, c, axis=-1): return np.mean(c, axis=axis) / np.mean(b, axis=axis)
boot = []
def add(name, b, c, n=100000):
    b = [round(float(x), 4) for x in b]; c = [round(float(x), 4) for x in c]
    r = stats.bootstrap((b, c), ratio, paired=False, vectorized=True, n_resamples=n, batch=5000, confidence_level=0.95, method='BCa', rng=np.random.default_rng(1))
    boot.append(dict(name=name, baseline=b, candidate=c, low=float(r.confidence_interval.low), high=float(r.confidence_interval.high)))
add('three repeats a side', 100*np.exp(.03*rng.standard_normal(3)), 110*np.exp(.03*rng.standard_normal(3)))
add('five repeats a side', 100*np.exp(.02*rng.standard_normal(5)), 104*np.exp(.05*rng.standard_normal(5)))
add('ten and eight repeats', 50*np.exp(.05*rng.standard_normal(10)), 50*np.exp(.01*rng.standard_normal(8)))
add('two outliers', [52.1, 48.3, 50.2, 49.9, 51.4, 47.8, 50.6, 53.0], [61.0, 58.2, 90.5, 60.3, 57.9, 63.3, 59.1, 120.4, 60.8, 58.8])
add('skewed requests', 100+rng.exponential(40, 60), 80+rng.exponential(80, 90), 40000)
add('many skewed requests', np.round(1000*np.exp(.4*rng.standard_normal(400))), np.round(1100*np.exp(.6*rng.standard_normal(300))), 20000)
json.dump(dict(scipy=scipy.__version__, call="scipy.stats.bootstrap((baseline, candidate), ratio of means, paired=False, method='BCa', confidence_level=0.95), 20,000 to 100,000 resamples", cases=boot), open(out+'/scipy-bootstrap.json','w'), indent=1)
mw = []
def addmw(name, b, c, method):
    b=[float(x) for x in b]; c=[float(x) for x in c]
    r = stats.mannwhitneyu(c, b, alternative='two-sided', method=method, use_continuity=True)
    mw.append(dict(name=name, method=method, baseline=b, candidate=c, statistic=float(r.statistic), probability=float(r.pvalue)))
addmw('small, exact', [19,22,16,29,24],[20,11,17,12],'exact')
addmw('small, far apart, exact', [1,2,3,4,5,6],[7,8,9,10,11,12,13],'exact')
addmw('eight a side, exact', rng.permutation(100)[:8], rng.permutation(100)[:8]+0.5,'exact')
addmw('one value, exact', [3.0],[1.0,2.0,5.0],'exact')
addmw('ties', [1,2,2,3,3,3,4],[2,3,3,4,4,5,5,5],'asymptotic')
addmw('mostly ties', [1]*20+[2]*15,[1]*12+[2]*25,'asymptotic')
addmw('all the same', [4]*6,[4]*7,'asymptotic')
addmw('no ties, many', np.round(rng.normal(100,10,60),6), np.round(rng.normal(104,12,45),6),'asymptotic')
addmw('integers of latencies', np.round(rng.exponential(30,120)), np.round(rng.exponential(45,150)),'asymptotic')
json.dump(dict(scipy=scipy.__version__, call="scipy.stats.mannwhitneyu(candidate, baseline, alternative='two-sided', use_continuity=True, method=...)", cases=mw), open(out+'/scipy-mann-whitney.json','w'), indent=1)
q = dict(scipy=scipy.__version__, call="scipy.stats.t.ppf(p, df), scipy.stats.t.cdf(x, df), scipy.stats.norm.ppf(p), scipy.stats.norm.cdf(x), scipy.special.betainc(a, b, x)",
 studentQuantiles=[dict(p=p,degrees=d,value=float(stats.t.ppf(p,d))) for p in (.6,.8,.95,.975,.995,.9995,.025) for d in (1,1.5,2,2.7,4,7.3,18,60,500)],
 studentProbabilities=[dict(value=v,degrees=d,p=float(stats.t.cdf(v,d))) for v in (-30,-4,-1.2,0,.3,2.5,12) for d in (1,2.7,4,18,500)],
 normalQuantiles=[dict(p=p,value=float(stats.norm.ppf(p))) for p in (1e-9,.001,.025,.1,.5,.8,.975,.999999)],
 normalProbabilities=[dict(value=v,p=float(stats.norm.cdf(v))) for v in (-12,-6,-3.1,-2.9,-1,0,.5,1.96,4)],
 betas=[dict(x=x,a=a,b=b,p=float(scipy.special.betainc(a,b,x))) for x in (.01,.3,.5,.9,.99) for a,b in ((.5,.5),(2,3),(10,1),(1,10),(50,60),(500,6))])
json.dump(q, open(out+'/scipy-quantiles.json','w'), indent=1)
