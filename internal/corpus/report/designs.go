package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"
)

// designs takes over what the trainer says of its designs.
func (r *report) designs(name string) error {
	p := &r.page
	p.heading("Designs and learning curves")
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		p.say("Not compared yet: the trainer's own account is not there.")
		return nil
	}
	if err != nil {
		return err
	}
	p.WriteString("\n" + nested(string(b)))
	return nil
}

// nested is Markdown with its headings two levels down.
func nested(s string) string {
	var b strings.Builder
	code := false
	for line := range strings.Lines(s) {
		if strings.HasPrefix(line, "```") {
			code = !code
		}
		if strings.HasPrefix(line, "#") && !code {
			b.WriteString("##")
		}
		b.WriteString(line)
	}
	return b.String()
}
