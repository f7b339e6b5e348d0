package publish

import (
	"errors"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// ErrNoForm says that a file is written in a way that a form cannot keep: it is
// edited as text.
var ErrNoForm = errors.New("this file is written in a way that a form would not keep; edit it as text")

// sheet is a YAML file of which a form writes some lines anew. Every other line,
// with the notes in it, stays byte for byte. Why lines and not the tree: a tree
// that is printed again loses blank lines and moves notes.
type sheet struct {
	lines []string
	body  ast.Node // nil where the file says nothing
}

// stretch are the lines [from,to) of a part; indent is how many spaces its key
// or dash stands behind.
type stretch struct{ from, to, indent int }

func readSheet(text string) (*sheet, error) {
	source := []byte(text)
	if aliased(source) > 0 || strings.ContainsAny(text, "\r\t") {
		return nil, ErrNoForm
	}
	f, err := parser.ParseBytes(source, 0)
	if err != nil || len(f.Docs) > 1 {
		return nil, ErrNoForm
	}
	s := &sheet{}
	if text = strings.TrimRight(text, "\n"); text != "" {
		s.lines = strings.Split(text, "\n")
	}
	if len(f.Docs) == 1 {
		s.body = f.Docs[0].Body
	}
	return s, nil
}

// text is the file as it is now.
func (s *sheet) text() string {
	if len(s.lines) == 0 {
		return ""
	}
	return strings.Join(s.lines, "\n") + "\n"
}

// find walks down the keys. It returns how many of them are there, the value of
// the last of these and its lines; without any, the whole file.
func (s *sheet) find(keys ...string) (there int, value ast.Node, at stretch) {
	value, at = s.body, stretch{0, len(s.lines), -2}
	for _, key := range keys {
		all := entries(value)
		i := slices.IndexFunc(all, func(e *ast.MappingValueNode) bool { return e.Key.GetToken().Value == key })
		if i < 0 {
			return there, value, at
		}
		to := at.to
		if i+1 < len(all) {
			to = place(all[i+1].Key.GetToken()).from
		}
		at = place(all[i].Key.GetToken())
		at.to = s.trim(at.from, to)
		value, there = all[i].Value, there+1
	}
	return there, value, at
}

// entries are those of a mapping that is written in lines.
func entries(n ast.Node) []*ast.MappingValueNode {
	switch m := n.(type) {
	case *ast.MappingNode:
		if !m.IsFlowStyle {
			return m.Values
		}
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{m}
	}
	return nil
}

func place(t *token.Token) stretch {
	return stretch{t.Position.Line - 1, t.Position.Line, t.Position.Column - 1}
}

// trim takes blank lines and notes at the end of a part out of it: they belong to
// what follows.
func (s *sheet) trim(from, to int) int {
	for to > from+1 {
		if l := strings.TrimSpace(s.lines[to-1]); l != "" && l[0] != '#' {
			break
		}
		to--
	}
	return to
}

// items are the lines of each item of a list at key; false where the list is not
// written a line or more each. A list that is not there has none.
func (s *sheet) items(key string) ([]stretch, bool) {
	there, value, at := s.find(key)
	if there == 0 || empty(value) {
		return nil, true
	}
	list, ok := value.(*ast.SequenceNode)
	if !ok || list.IsFlowStyle || len(list.Entries) != len(list.Values) {
		return nil, false
	}
	out := make([]stretch, len(list.Entries))
	for i, e := range list.Entries {
		out[i] = place(e.Start)
		to := at.to
		if i+1 < len(list.Entries) {
			to = place(list.Entries[i+1].Start).from
		}
		out[i].to = s.trim(out[i].from, to)
	}
	return out, true
}

// empty reports whether a key has nothing behind it, or a list of nothing.
func empty(value ast.Node) bool {
	if list, ok := value.(*ast.SequenceNode); ok {
		return len(list.Values) == 0
	}
	_, null := value.(*ast.NullNode)
	return null || value == nil
}

// writing gives lines that stand behind indent spaces.
type writing func(indent int) []string

// setItem writes item i of the list at key anew; i one behind the last adds one.
func (s *sheet) setItem(key string, i int, w writing) error {
	all, ok := s.items(key)
	switch {
	case !ok || i < 0 || i > len(all):
		return ErrNoForm
	case i < len(all):
		s.put(all[i], w(all[i].indent))
	case i > 0:
		last := all[i-1]
		s.put(stretch{last.to, last.to, last.indent}, w(last.indent))
	default:
		return s.set(func(indent int) []string {
			return append([]string{strings.Repeat(" ", indent) + key + ":"}, w(indent+2)...)
		}, key)
	}
	return nil
}

// dropItem takes item i of the list at key out.
func (s *sheet) dropItem(key string, i int) error {
	all, ok := s.items(key)
	if !ok || i < 0 || i >= len(all) {
		return ErrNoForm
	}
	if len(all) == 1 {
		return s.set(func(indent int) []string { return []string{strings.Repeat(" ", indent) + key + ": []"} }, key)
	}
	s.put(all[i], nil)
	return nil
}

// set writes the entry at the keys anew, or adds it behind the others of its
// mapping, which has to be there. A writing of no lines takes it out. Call find
// and items after it only on a sheet that is read again.
func (s *sheet) set(w writing, keys ...string) error {
	there, value, at := s.find(keys...)
	switch {
	case there == len(keys):
		s.put(at, w(at.indent))
		return nil
	case there < len(keys)-1:
		return ErrNoForm
	}
	indent := at.indent + 2
	if all := entries(value); len(all) > 0 {
		indent = place(all[0].Key.GetToken()).indent
	} else if !empty(value) {
		return ErrNoForm
	}
	to := s.trim(at.from, at.to)
	if there == 0 {
		to = len(s.lines)
	}
	s.put(stretch{to, to, indent}, w(indent))
	return nil
}

func (s *sheet) put(at stretch, lines []string) {
	s.lines = slices.Replace(s.lines, at.from, at.to, lines...)
}

// notes are how many notes stand inside of these lines: writing them anew loses
// them.
func (s *sheet) notes(at stretch) (n int) {
	for _, t := range lexer.Tokenize(s.text()) {
		if l := t.Position.Line - 1; t.Type == token.CommentType && at.from <= l && l < at.to {
			n++
		}
	}
	return n
}

// part is an entry that a form writes whole.
type part struct {
	keys  []string
	lines writing
}

func (s *sheet) notesIn(all []part) (n int) {
	for _, p := range all {
		if there, _, at := s.find(p.keys...); there == len(p.keys) {
			n += s.notes(at)
		}
	}
	return n
}
