-- 2 one goes, and comes again

-- 1 extensions

