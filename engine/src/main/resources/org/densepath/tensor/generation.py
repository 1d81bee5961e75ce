# Sampling with a key/value cache. B rows, S cache slots, V vocabulary. Rows are left-aligned to the end of their prompt:
# a prompt of n tokens lies in slots P - n .. P - 1, so that every step writes one slot for all rows.

# Copies prompt i's keys and values, of qkv [N, H + 2 K, D], to the rows of cache [B, 2 K, S, D] that continue it: row r belongs to prompt owners[r].
def store_prompts(cache: Tensor, qkv: Tensor, lengths: List[int], owners: List[int], width: int) -> Tensor:
  all = torch.size(qkv, 1)
  parts = torch.split_with_sizes(torch.slice(qkv, 1, all - torch.size(cache, 1), all), lengths, 0)
  for r in range(torch.len(owners)):
    n = lengths[owners[r]]
    _0 = torch.copy_(torch.slice(torch.select(cache, 0, r), 1, width - n, width), torch.transpose(parts[owners[r]], 0, 1))
  return cache


# One token for every row: ids, positions [B]; mask [B, 1, 1, S]: 0 where a row may look, else a large negative number; windows: sliding window of each layer, 0
# for none; ropes: cosines and sines of each kind of rotation, turns: each layer's kind; w: embedding, head, final norm, then 27 a layer; norm, scale, gelu as in
# `layer`; embedding: the factor on embeddings; cap: that of `logits_of`. Writes slot `at` of the caches [B, 2 K, S, D]; returns the logits of the next token [B, V].
def decode(ids: Tensor, positions: Tensor, ropes: List[Tensor], turns: List[int], mask: Tensor, windows: List[int], at: int, w: List[Tensor], caches: List[Tensor], heads: List[int], norm: List[float], scale: float, gelu: bool, embedding: float, cap: float) -> Tensor:
  n = torch.size(ids, 0)
  x = embed(w[0], ids, embedding)
  angles = annotate(List[Tensor], [])
  for i in range(torch.len(ropes)):
    _0 = torch.append(angles, rotary(ropes[i], positions))
  m = torch.type_as(mask, x)
  for i in range(torch.len(caches)):
    own = torch.slice(w, 3 + i * 27, 30 + i * 27, 1)
    qkv = queries_keys_values(x, angles[2 * turns[i]], angles[2 * turns[i] + 1], own, heads, norm)
    _1 = torch.copy_(torch.select(caches[i], 2, at), torch.slice(qkv, 1, heads[0], heads[0] + 2 * heads[1]))
    first = 0
    if windows[i] > 0:
      first = ops.prim.max(0, at + 1 - windows[i])
    seen = torch.slice(caches[i], 2, first, at + 1)
    q = torch.reshape(torch.slice(qkv, 1, 0, heads[0]), [n, heads[1], heads[0] // heads[1], heads[2]])
    o = torch.scaled_dot_product_attention(q, torch.slice(seen, 1, 0, heads[1]), torch.slice(seen, 1, heads[1], 2 * heads[1]), torch.slice(m, 3, first, at + 1), scale=scale)
    x1 = after_attention(torch.reshape(o, [n, -1]), x, own, norm)
    x = after_feed_forward(gate_and_up(x1, own, norm), x1, own, norm, gelu)
  return logits_of(rms_norm(x, w[2], norm), w[1], cap)


# Keeps the given rows of every cache, in fewer rows.
def keep_rows(caches: List[Tensor], rows: Tensor) -> List[Tensor]:
  out = annotate(List[Tensor], [])
  for i in range(torch.len(caches)):
    _0 = torch.append(out, torch.index_select(caches[i], 0, rows))
  return out


# Logits with the given ids made impossible.
def forbid(logits: Tensor, ids: Tensor) -> Tensor:
  return torch.index_fill(logits, 1, ids, -1.e9)


# Logits of pi_SFT^(1+a) pi_ref^-a, up to a constant; tokens less likely under pi_SFT than min_p times its best are left out.
def contrast(sft: Tensor, reference: Tensor, a: float, min_p: float) -> Tensor:
  ls = torch.log_softmax(sft, -1)
  mixed = torch.sub(torch.mul(ls, 1. + a), torch.mul(torch.log_softmax(reference, -1), a))
  if min_p > 0.:
    mixed = torch.masked_fill(mixed, torch.lt(ls, torch.add(torch.amax(ls, [-1], True), torch.log(torch.tensor(min_p)))), -1.e9)
  return mixed


# The likeliest id of each row and its log-probability, [B] each.
def greedy(logits: Tensor) -> Tuple[Tensor, Tensor]:
  best, at = torch.max(torch.log_softmax(logits, -1), -1)
  return (at, best)


# p [B, V] with the tokens beyond the likeliest that together reach top_p set to 0. A full sort only where the 1,024 likeliest are not enough: it costs ten times as much.
def nucleus(p: Tensor, top_p: float) -> Tensor:
  best, order = torch.topk(p, ops.prim.min(1024, torch.size(p, 1)), -1, True, True)
  if bool(torch.any(torch.lt(torch.sum(best, [-1]), top_p))):
    best, order = torch.sort(p, -1, True)
  before = torch.sub(torch.cumsum(best, -1), best)
  return torch.scatter(torch.zeros_like(p), -1, order, torch.masked_fill(best, torch.gt(before, top_p), 0.))


# The first place in each row of weights [B, n] at which their running sum exceeds `at` [B, 1]; never one of weight 0, not even by rounding at the end of the range.
def place(weights: Tensor, at: Tensor) -> Tensor:
  k = torch.clamp(torch.searchsorted(torch.cumsum(weights, -1), at, right=True), 0, torch.size(weights, 1) - 1)
  return torch.where(torch.gt(torch.gather(weights, 1, k), 0.), k, torch.argmax(weights, -1, True))


# One draw a row by inversion of the distribution function at u [B] in [0, 1): the same u gives the same token, whatever else is in the batch. A block of 256 tokens is
# drawn first, then a token in it: a running sum over a vocabulary of 49,152 costs more than all the rest.
# Returns ids and the log-probabilities under the distribution that was drawn from (after temperature and top-p).
def sample(logits: Tensor, u: Tensor, temperature: float, top_p: float) -> Tuple[Tensor, Tensor]:
  p = torch.softmax(torch.div(logits, temperature), -1)
  if top_p < 1.:
    p = nucleus(p, top_p)
  rest = torch.size(p, 1) % 256
  if rest > 0:
    p = torch.constant_pad_nd(p, [0, 256 - rest])
  tokens = torch.view(p, [torch.size(p, 0), -1, 256])
  blocks = torch.sum(tokens, [-1])
  total = torch.sum(blocks, [-1], True)
  at = torch.mul(torch.unsqueeze(u, 1), total)
  k = place(blocks, at)
  before = torch.sub(torch.gather(torch.cumsum(blocks, -1), 1, k), torch.gather(blocks, 1, k))
  block = torch.squeeze(torch.gather(tokens, 1, torch.expand(torch.unsqueeze(k, 2), [-1, -1, 256])), 1)
  j = place(block, torch.sub(at, before))
  ids = torch.squeeze(torch.add(torch.mul(k, 256), j), 1)
  return (ids, torch.squeeze(torch.log(torch.div(torch.gather(block, 1, j), total)), 1))
