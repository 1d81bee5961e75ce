# The output head, in chunks of rows, so that [N, V] logits never stand in memory at once.
# h [N, d] hidden states after the final norm; w [V, d] the head; cap: that of `logits_of`; targets [N]; gradients in closed form.
# d(log p_y)/d(logits) = onehot(y) - p;  d KL(p||q)/d(logits) = p (log p - log q - KL);  d E_p[r]/d(logits) = p (r - E_p[r]).

# cap > 0: a soft cap, cap tanh(logits / cap); 0: none.
def logits_of(h: Tensor, w: Tensor, cap: float) -> Tensor:
  logits = torch.to(linear(h, w), 6)
  if cap > 0.:
    logits = torch.mul_(torch.tanh_(torch.div_(logits, cap)), cap)
  return logits


# The gradients of h for the gradient g (written over) of logits_of(h, w, cap); adds that of w to gw, in place. The capped logits are computed again.
def logits_backward(g: Tensor, h: Tensor, w: Tensor, gw: Tensor, cap: float) -> Tensor:
  if cap > 0.:
    y = torch.div_(logits_of(h, w, cap), cap)
    _0 = torch.mul_(g, torch.rsub(torch.mul_(y, y), 1))
  return linear_backward(g, h, w, gw)


def log_probs(h: Tensor, w: Tensor, cap: float) -> Tensor:
  return torch.log_softmax(logits_of(h, w, cap), -1)


# For each target: log p, entropy, its logit Q, the logsumexp V, and its rank (1 = the likeliest).
def token_scores(h: Tensor, w: Tensor, cap: float, targets: Tensor, chunk: int) -> List[Tensor]:
  n = torch.size(h, 0)
  logp = torch.zeros([n], device=ops.prim.device(h))
  entropy = torch.zeros([n], device=ops.prim.device(h))
  q = torch.zeros([n], device=ops.prim.device(h))
  v = torch.zeros([n], device=ops.prim.device(h))
  rank = torch.zeros([n], device=ops.prim.device(h))
  for c in range((n + chunk - 1) // chunk):
    a = c * chunk
    b = ops.prim.min(a + chunk, n)
    logits = logits_of(torch.slice(h, 0, a, b), w, cap)
    t = torch.unsqueeze(torch.slice(targets, 0, a, b), 1)
    qc = torch.gather(logits, 1, t)
    vc = torch.logsumexp(logits, [1], True)
    _0 = torch.copy_(torch.slice(rank, 0, a, b), torch.add(torch.sum(torch.gt(logits, qc), [1]), 1))
    lp = torch.sub(logits, vc)
    _1 = torch.copy_(torch.slice(entropy, 0, a, b), torch.neg(torch.sum(torch.mul(torch.exp(lp), lp), [1])))
    _2 = torch.copy_(torch.slice(q, 0, a, b), torch.squeeze(qc, 1))
    _3 = torch.copy_(torch.slice(v, 0, a, b), torch.squeeze(vc, 1))
    _4 = torch.copy_(torch.slice(logp, 0, a, b), torch.squeeze(torch.sub(qc, vc), 1))
  return [logp, entropy, q, v, rank]


# Exact KL(p || q) at each position, p and q from their own hidden states and heads.
def exact_kl(hp: Tensor, wp: Tensor, hq: Tensor, wq: Tensor, caps: List[float], chunk: int) -> Tensor:
  n = torch.size(hp, 0)
  out = torch.zeros([n], device=ops.prim.device(hp))
  for c in range((n + chunk - 1) // chunk):
    a = c * chunk
    b = ops.prim.min(a + chunk, n)
    lp = log_probs(torch.slice(hp, 0, a, b), wp, caps[0])
    lq = log_probs(torch.slice(hq, 0, a, b), wq, caps[1])
    _0 = torch.copy_(torch.slice(out, 0, a, b), torch.sum(torch.mul(torch.exp(lp), torch.sub(lp, lq)), [1]))
  return out


# All log-probabilities [N, V] (for few rows), and the k likeliest ids with theirs.
def top_k(h: Tensor, w: Tensor, cap: float, k: int) -> Tuple[Tensor, Tensor]:
  return torch.topk(log_probs(h, w, cap), k, -1, True, True)


# Log-probabilities of given ids [N, k] at each position.
def log_probs_of(h: Tensor, w: Tensor, cap: float, ids: Tensor) -> Tensor:
  return torch.gather(log_probs(h, w, cap), 1, ids)


# Loss -sum_t weights_t log p(y_t). Returns log p [N] and dLoss/dh [N, d]; adds dLoss/dw to gw [V, d] in place.
def likelihood_loss(h: Tensor, w: Tensor, gw: Tensor, cap: float, targets: Tensor, weights: Tensor, chunk: int) -> List[Tensor]:
  n = torch.size(h, 0)
  gh = torch.empty_like(h)
  logp = torch.zeros([n], device=ops.prim.device(h))
  for c in range((n + chunk - 1) // chunk):
    a = c * chunk
    b = ops.prim.min(a + chunk, n)
    hc = torch.slice(h, 0, a, b)
    t = torch.unsqueeze(torch.slice(targets, 0, a, b), 1)
    weight = torch.unsqueeze(torch.slice(weights, 0, a, b), 1)
    lp = log_probs(hc, w, cap)
    _0 = torch.copy_(torch.slice(logp, 0, a, b), torch.squeeze(torch.gather(lp, 1, t), 1))
    g = torch.mul_(torch.exp_(lp), weight)
    _1 = torch.scatter_add_(g, 1, t, torch.neg(weight))
    _2 = torch.copy_(torch.slice(gh, 0, a, b), logits_backward(g, hc, w, gw, cap))
  return [logp, gh]


# The Dense-Path REINFORCE loss over N response tokens, each term times `scale` (1 / response tokens of the batch):
#   - advantages_t log p(y_t)
#   + klSample (k1: d_t; k3: e^-d_t - 1 + d_t; d_t = log p(y_t) - log s(y_t))        kind 1, 3; else kind 0
#   + klExact KL(p || s)  +  klReference KL(p || r)
#   - expected sum_a p(a) rhat(a),  rhat = log s - rewardReference log r             the reward expected over the vocabulary
# s is pi_SFT and r is pi_ref, given by their hidden states and heads; caps: of the three heads. betas = [klSample, klExact, klReference, expected, rewardReference].
# Returns log p, entropy, KL(p||s), KL(p||r), E_p[rhat], each [N], and dLoss/dh [N, d]; adds dLoss/dw to gw in place.
def policy_loss(h: Tensor, w: Tensor, gw: Tensor, targets: Tensor, advantages: Tensor, hs: Tensor, ws: Tensor, hr: Tensor, wr: Tensor, caps: List[float], kind: int, betas: List[float], scale: float, chunk: int) -> List[Tensor]:
  n = torch.size(h, 0)
  gh = torch.empty_like(h)
  logp = torch.zeros([n], device=ops.prim.device(h))
  entropy = torch.zeros([n], device=ops.prim.device(h))
  kls = torch.zeros([n], device=ops.prim.device(h))
  klr = torch.zeros([n], device=ops.prim.device(h))
  expected = torch.zeros([n], device=ops.prim.device(h))
  needs_reference = torch.numel(hr) > 0
  for c in range((n + chunk - 1) // chunk):
    a = c * chunk
    b = ops.prim.min(a + chunk, n)
    hc = torch.slice(h, 0, a, b)
    t = torch.unsqueeze(torch.slice(targets, 0, a, b), 1)
    lp = log_probs(hc, w, caps[0])
    p = torch.exp(lp)
    y = torch.gather(lp, 1, t)
    _0 = torch.copy_(torch.slice(logp, 0, a, b), torch.squeeze(y, 1))
    _1 = torch.copy_(torch.slice(entropy, 0, a, b), torch.neg(torch.sum(torch.mul(p, lp), [1])))
    ls = log_probs(torch.slice(hs, 0, a, b), ws, caps[1])
    d = torch.sub(lp, ls)
    kl = torch.sum(torch.mul(p, d), [1], True)
    _2 = torch.copy_(torch.slice(kls, 0, a, b), torch.squeeze(kl, 1))
    taken = torch.neg(torch.unsqueeze(torch.slice(advantages, 0, a, b), 1))
    if kind == 1:
      taken = torch.add(taken, betas[0])
    if kind == 3:
      taken = torch.add(taken, torch.mul(torch.sub(1., torch.exp(torch.neg(torch.gather(d, 1, t)))), betas[0]))
    slope = torch.mul(torch.sub(d, kl), betas[1])
    if needs_reference:
      lr = log_probs(torch.slice(hr, 0, a, b), wr, caps[2])
      dr = torch.sub(lp, lr)
      klc = torch.sum(torch.mul(p, dr), [1], True)
      _3 = torch.copy_(torch.slice(klr, 0, a, b), torch.squeeze(klc, 1))
      slope = torch.add(slope, torch.mul(torch.sub(dr, klc), betas[2]))
      rhat = torch.sub(ls, torch.mul(lr, betas[4]))
    else:
      rhat = ls
    e = torch.sum(torch.mul(p, rhat), [1], True)
    _4 = torch.copy_(torch.slice(expected, 0, a, b), torch.squeeze(e, 1))
    slope = torch.sub(slope, torch.mul(torch.sub(rhat, e), betas[3]))
    g = torch.mul(p, torch.sub(slope, taken))
    _5 = torch.scatter_add_(g, 1, t, taken)
    _6 = torch.mul_(g, scale)
    _7 = torch.copy_(torch.slice(gh, 0, a, b), logits_backward(g, hc, w, gw, caps[0]))
  return [logp, entropy, kls, klr, expected, gh]
