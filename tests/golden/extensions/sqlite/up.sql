-- 1 extensions

-- 2 one goes, and comes again

