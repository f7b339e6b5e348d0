package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// messages maps a key of the locale to its English text.
type messages map[string]string

// readMessages reads a messages.json as browser extensions ship it.
func readMessages(b []byte) (messages, error) {
	var raw map[string]struct{ Message string }
	if err := json.Unmarshal(b, &raw); err != nil {
		return nil, fmt.Errorf("messages.json: %w", err)
	}
	m := make(messages, len(raw))
	for key, v := range raw {
		m[key] = v.Message
	}
	return m, nil
}

// of returns the text of a finding's message: of a key, or of an agency's own
// language map, English first.
func (m messages) of(message json.RawMessage) (text, key string) {
	if json.Unmarshal(message, &key) == nil {
		return m.get(key), key
	}
	var own map[string]string
	if json.Unmarshal(message, &own) != nil {
		return "", ""
	}
	if text, ok := own["en"]; ok {
		return text, ""
	}
	first := ""
	for lang := range own {
		if first == "" || lang < first {
			first = lang
		}
	}
	return own[first], ""
}

// get returns the text of a key, the key itself where the locale lacks it.
func (m messages) get(key string) string {
	if text := m[key]; text != "" {
		return text
	}
	return key
}

// source says whose rule a finding is and where that is written.
func (m messages) source(f *finding) string {
	whose := m.get("authority_" + f.Authority)
	if f.Authority == "" {
		whose = m.get("authority_builtin")
	}
	if f.Cite == "" {
		return whose
	}
	key := "cite_" + strings.NewReplacer(".", "_", "-", "_").Replace(f.Cite)
	if text := m[key]; text != "" {
		return whose + ": " + text
	}
	return whose + ": " + f.Cite
}
