package corpus

// Kappa is Cohen's kappa of two readers who put the same things into len(table)
// classes: table[i][j] is how many the first put into i and the second into j.
// With linear, classes that are neighbours disagree less (weight |i-j|). Where
// both put everything into one class it is 1.
func Kappa(table [][]int, linear bool) float64 {
	total := 0
	rows, columns := make([]int, len(table)), make([]int, len(table))
	for i := range table {
		for j, n := range table[i] {
			rows[i] += n
			columns[j] += n
			total += n
		}
	}
	seen, byChance := 0.0, 0.0
	for i := range table {
		for j, n := range table[i] {
			if i == j {
				continue
			}
			weight := 1.0
			if linear {
				weight = float64(max(i-j, j-i))
			}
			seen += weight * float64(n)
			byChance += weight * float64(rows[i]) * float64(columns[j]) / float64(max(total, 1))
		}
	}
	if byChance == 0 {
		return 1
	}
	return 1 - seen/byChance
}

// Kappa is Cohen's kappa of a yes or no on total things.
func (c Count) Kappa(total int) float64 {
	return Kappa([][]int{{total - c.Right - c.Extra - c.Missed, c.Extra}, {c.Missed, c.Right}}, false)
}
