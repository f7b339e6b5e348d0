//go:build ignore

// Command gen copies the sentences of testdata/rules into sentences.txt, which
// the engine carries: go:embed does not reach out of its own folder. A line is
// p or s, for protected and silence, a tab and the sentence.
package main

import (
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	var out strings.Builder
	for _, folder := range []string{"protected", "silence"} {
		names, err := filepath.Glob("../../testdata/rules/" + folder + "/*.txt")
		if err != nil || len(names) == 0 {
			log.Fatalf("no sentences in %s: %v", folder, err)
		}
		for _, name := range names { // Glob sorts
			b, err := os.ReadFile(name)
			if err != nil {
				log.Fatal(err)
			}
			for line := range strings.Lines(string(b)) {
				if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
					out.WriteString(folder[:1] + "\t" + line + "\n")
				}
			}
		}
	}
	if err := os.WriteFile("sentences.txt", []byte(out.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}
