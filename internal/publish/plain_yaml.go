package publish

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// yamlFault says what a fault of YAML means to somebody who has not heard of
// YAML, and shows the lines.
func yamlFault(name string, err error) Fault {
	place, said := name, strings.TrimSpace(yaml.FormatError(err, false, true))
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil {
		place = fmt.Sprintf("%s:%d", name, at.GetToken().Position.Line)
	}
	_, lines, _ := strings.Cut(said, "\n")
	var kind *yaml.TypeError
	if errors.As(err, &kind) {
		return Fault{place, wanted(kind.DstType.Kind()) + " has to stand here\n" + lines}
	}
	var shape *yaml.UnexpectedNodeTypeError
	if errors.As(err, &shape) {
		return Fault{place, wanted(shapes[shape.Expected]) + " has to stand here\n" + lines}
	}
	return Fault{place, hint(said) + "\n" + said}
}

func hint(said string) string {
	switch low := strings.ToLower(said); {
	case strings.Contains(low, "unknown field"):
		return "a word before a colon is not known here; it may be misspelt, or stand in the wrong place"
	case strings.Contains(low, "already defined"), strings.Contains(low, "duplicate"):
		return "the same word stands twice before a colon"
	case strings.Contains(low, "'\t'"), strings.Contains(low, "tab character"):
		return "a line begins with a tab; use spaces"
	case strings.Contains(low, "max depth"):
		return "brackets stand in brackets too many times"
	}
	return "a line is not written as the starter shows: look at spaces, colons and quotes"
}

// shapes are what the parser expects, as Go has it.
var shapes = map[ast.NodeType]reflect.Kind{ast.SequenceType: reflect.Slice, ast.MappingType: reflect.Struct, ast.StringType: reflect.String}

// wanted says what a field takes.
func wanted(k reflect.Kind) string {
	switch k {
	case reflect.Int:
		return "a whole number"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list, [in brackets] or a line with a hyphen for each,"
	case reflect.String:
		return "a text"
	}
	return "a block of names and colons, further in than the word above it,"
}
