package admin

// Route is a row of the table, for tests. Rank: 0 anyone, 1 a second factor is
// still to come, 2 author, 3 reviewer, 4 administrator.
type Route struct {
	Method, Path string
	Rank         int
}

// Routes are all there are.
func Routes() (out []Route) {
	for _, r := range routes {
		out = append(out, Route{r.method, r.path, int(r.who)})
	}
	return out
}
