package proof

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed sentences.txt
var source string

// sentences are what every bundle is tried on.
type sentences struct {
	protected, silence   []string // without a slot
	phrase, name, client []string // labour speech with a slot for a wording, a name, a client word
}

var load = sync.OnceValue(func() (s sentences) {
	for line := range strings.Lines(source) {
		folder, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case folder == "s":
			s.silence = append(s.silence, text)
		case strings.Contains(text, "{phrase}"):
			s.phrase = append(s.phrase, text)
		case strings.Contains(text, "{name}"):
			s.name = append(s.name, text)
		case strings.Contains(text, "{client"):
			s.client = append(s.client, text)
		default:
			s.protected = append(s.protected, text)
		}
	}
	return s
})
