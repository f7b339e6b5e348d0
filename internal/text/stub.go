package text

func (s *scanner) sigil(i int) int      { return i }
func (s *scanner) address(i int) int    { return i }
func (s *scanner) undisguise(i int) int { return i }
func wordCost(w string) int             { return 0 }
func shorten(s string) string           { return s }
func isEnglish(w string) bool           { return false }
