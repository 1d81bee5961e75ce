# Attention over sequences that lie one behind the other, without padding.
# N tokens in all; H heads, K key/value heads, D head dimension; T_i tokens in segment i.

# x [N, heads, D]; cos, sin [N, 1, D]: rotary position embedding, halves rotated as Hugging Face does (arXiv 2104.09864).
# The first half of sin is negative: (a, b) -> (a cos - b sin, b cos + a sin).
def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
  half = torch.size(x, -1) // 2
  turned = torch.cat([torch.slice(x, -1, half, 2 * half), torch.slice(x, -1, 0, half)], -1)
  return torch.addcmul(torch.mul(x, cos), turned, sin)


# k [T, K, D] -> [1, H, T, D]: each key/value head serves H / K query heads.
def spread(k: Tensor, heads: int) -> Tensor:
  t = torch.size(k, 0)
  kv = torch.size(k, 1)
  d = torch.size(k, 2)
  if kv == heads:
    r = torch.unsqueeze(torch.transpose(k, 0, 1), 0)
  else:
    r = torch.reshape(torch.expand(torch.unsqueeze(torch.transpose(k, 0, 1), 1), [kv, heads // kv, t, d]), [1, heads, t, d])
  return r


# qkv [N, H + 2 K, D]: queries, keys and values, rotated -> [N, H * D].
# Segment i sees itself causally, and the whole of segment prefixes[i] before it where that is not -1.
# masks[i] [T_i, keys] of booleans says who sees whom where plain causality does not (a sliding window); empty: causal.
def attend(qkv: Tensor, lengths: List[int], prefixes: List[int], masks: List[Tensor], heads: List[int], scale: float) -> Tensor:
  parts = torch.split_with_sizes(qkv, [heads[0], heads[1], heads[1]], 1)
  longest = 0
  most_keys = 0
  keys = 0
  windowed = False
  for i in range(torch.len(lengths)):
    own = lengths[i]
    longest = ops.prim.max(longest, own)
    if prefixes[i] >= 0:
      own = own + lengths[prefixes[i]]
    most_keys = ops.prim.max(most_keys, own)
    keys = keys + own
    if torch.numel(masks[i]) > 0:
      windowed = True
  segments = torch.len(lengths)
  if windowed or segments == 1 or segments * longest > 3 * torch.size(qkv, 0) or segments * most_keys > 3 * keys:
    r = attend_each(parts[0], parts[1], parts[2], lengths, prefixes, masks, scale)
  else:
    r = attend_together(parts[0], parts[1], parts[2], lengths, prefixes, longest, most_keys, scale)
  return r


# All segments in one call, padded on the right to T queries and S keys each: small segments are many times faster so.
# Key slots hold the prefix, then the segment; slot s is seen from query t when s <= prefix length + t, so no query sees padding.
def attend_together(q: Tensor, k: Tensor, v: Tensor, lengths: List[int], prefixes: List[int], longest: int, most_keys: int, scale: float) -> Tensor:
  n = torch.size(q, 0)
  heads = torch.size(q, 1)
  segments = torch.len(lengths)
  length = torch.unsqueeze(torch.tensor(lengths, dtype=4, device=ops.prim.device(q)), 1)
  start = torch.sub(torch.cumsum(length, 0), length)
  prefix = torch.tensor(prefixes, dtype=4, device=ops.prim.device(q))
  shared = torch.unsqueeze(torch.ge(prefix, 0), 1)
  of = torch.clamp(prefix, 0)
  before = torch.mul(torch.index_select(length, 0, of), shared)
  t = torch.unsqueeze(torch.arange(longest, dtype=4, device=ops.prim.device(q)), 0)
  s = torch.unsqueeze(torch.arange(most_keys, dtype=4, device=ops.prim.device(q)), 0)
  queries = torch.flatten(torch.clamp(torch.add(start, t), 0, n - 1))
  own = torch.sub(torch.add(start, s), before)
  slots = torch.flatten(torch.clamp(torch.where(torch.lt(s, before), torch.add(torch.index_select(start, 0, of), s), own), 0, n - 1))
  qs = torch.transpose(torch.view(torch.index_select(q, 0, queries), [segments, longest, heads, -1]), 1, 2)
  ks = spread_all(torch.view(torch.index_select(k, 0, slots), [segments, most_keys, torch.size(k, 1), -1]), heads)
  vs = spread_all(torch.view(torch.index_select(v, 0, slots), [segments, most_keys, torch.size(k, 1), -1]), heads)
  if most_keys == longest and ops.prim.max(prefixes) < 0:
    o = torch.scaled_dot_product_attention(qs, ks, vs, None, 0., True, scale=scale)
  else:
    seen = torch.le(torch.unsqueeze(s, 1), torch.add(torch.unsqueeze(before, 1), torch.unsqueeze(t, 2)))
    o = torch.scaled_dot_product_attention(qs, ks, vs, torch.unsqueeze(seen, 1), 0., False, scale=scale)
  real = torch.squeeze(torch.nonzero(torch.flatten(torch.lt(t, length))), 1)
  return torch.index_select(torch.reshape(torch.transpose(o, 1, 2), [segments * longest, -1]), 0, real)


# k [B, S, K, D] -> [B, H, S, D]
def spread_all(k: Tensor, heads: int) -> Tensor:
  b = torch.size(k, 0)
  s = torch.size(k, 1)
  kv = torch.size(k, 2)
  d = torch.size(k, 3)
  x = torch.unsqueeze(torch.transpose(k, 1, 2), 2)
  return torch.reshape(torch.expand(x, [b, kv, heads // kv, s, d]), [b, heads, s, d])


# Segment by segment, without padding.
def attend_each(q: Tensor, k: Tensor, v: Tensor, lengths: List[int], prefixes: List[int], masks: List[Tensor], scale: float) -> Tensor:
  heads = torch.size(q, 1)
  qs = torch.split_with_sizes(q, lengths, 0)
  ks = torch.split_with_sizes(k, lengths, 0)
  vs = torch.split_with_sizes(v, lengths, 0)
  outs = annotate(List[Tensor], [])
  for i in range(torch.len(lengths)):
    ki = ks[i]
    vi = vs[i]
    if prefixes[i] >= 0:
      ki = torch.cat([ks[prefixes[i]], ki], 0)
      vi = torch.cat([vs[prefixes[i]], vi], 0)
    qi = torch.unsqueeze(torch.transpose(qs[i], 0, 1), 0)
    if torch.numel(masks[i]) == 0:
      o = torch.scaled_dot_product_attention(qi, spread(ki, heads), spread(vi, heads), None, 0., True, scale=scale)
    else:
      o = torch.scaled_dot_product_attention(qi, spread(ki, heads), spread(vi, heads), masks[i], 0., False, scale=scale)
    _0 = torch.append(outs, torch.reshape(torch.transpose(torch.squeeze(o, 0), 0, 1), [lengths[i], -1]))
  return torch.cat(outs, 0)


# The gradient of qkv for the gradient da [N, H * D] of a = attend(qkv), by autograd: the one place where it works.
def attend_backward(da: Tensor, a: Tensor, qkv: Tensor) -> Tensor:
  g = torch.grad([a], [qkv], annotate(List[Optional[Tensor]], [da]), None, False, True)
  return unchecked_cast(Tensor, g[0])
