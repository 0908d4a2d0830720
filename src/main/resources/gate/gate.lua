-- The stock gate of one shop. Redis 5 commands only; one script, so that every step is all or nothing.
-- KEYS: counters (goods -> available, as the database said), leased (goods -> sum of leases), leases (lease by its end),
--       baskets (lease -> "goods:quantity,..."), epoch
-- ARGV: verb, then what the verb needs; a basket is pairs of goods and quantity
local counters, leased, leases, baskets, epoch = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]

local function millis()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function release(lease)
  local basket = redis.call('HGET', baskets, lease)
  if basket then
    for goods, quantity in string.gmatch(basket, '(%d+):(%d+)') do
      redis.call('HINCRBY', leased, goods, -quantity)
    end
    redis.call('HDEL', baskets, lease)
  end
  redis.call('ZREM', leases, lease)
end

local verb = ARGV[1]

-- ask lease ttl basket...: "admitted", "refused", or "unknown" and the epoch in which a counter has to be read anew
if verb == 'ask' then
  local now = millis()
  for _, old in ipairs(redis.call('ZRANGEBYSCORE', leases, '-inf', now)) do
    release(old)
  end
  for i = 4, #ARGV, 2 do
    local have = redis.call('HGET', counters, ARGV[i])
    if not have then
      return 'unknown ' .. (redis.call('GET', epoch) or '0')
    end
    if have - (redis.call('HGET', leased, ARGV[i]) or 0) < tonumber(ARGV[i + 1]) then
      return 'refused'
    end
  end
  local basket = {}
  for i = 4, #ARGV, 2 do
    redis.call('HINCRBY', leased, ARGV[i], ARGV[i + 1])
    table.insert(basket, ARGV[i] .. ':' .. ARGV[i + 1])
  end
  redis.call('HSET', baskets, ARGV[2], table.concat(basket, ','))
  redis.call('ZADD', leases, now + ARGV[3], ARGV[2])
  return 'admitted'
end

-- settle lease sold basket...: the lease ends; what was sold is available no longer
if verb == 'settle' then
  release(ARGV[2])
  if ARGV[3] == 'true' then
    for i = 4, #ARGV, 2 do
      if redis.call('HEXISTS', counters, ARGV[i]) == 1 then
        redis.call('HINCRBY', counters, ARGV[i], -ARGV[i + 1])
      else
        redis.call('INCR', epoch)
      end
    end
  end
  return 'settled'
end

-- forget goods...: these counters are read anew before they are used again
if verb == 'forget' then
  for i = 2, #ARGV do
    redis.call('HDEL', counters, ARGV[i])
  end
  redis.call('INCR', epoch)
  return 'forgotten'
end

-- load epoch ttl basket...: counters as the database says, unless something was sold or changed since the epoch was read
if verb == 'load' then
  if (redis.call('GET', epoch) or '0') ~= ARGV[2] then
    return 'stale'
  end
  for i = 4, #ARGV, 2 do
    redis.call('HSETNX', counters, ARGV[i], ARGV[i + 1])
  end
  redis.call('PEXPIRE', counters, ARGV[3])
  return 'loaded'
end
