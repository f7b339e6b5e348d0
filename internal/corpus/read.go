package corpus

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"secondlook/internal/verdict"
)

const (
	maxLine     = 4 << 20 // bytes of one post
	maxProblems = 20      // reported for one file
)

// What About may say.
var (
	relations = []string{"served", "kin", "colleague", "self", "public"}
	numbers   = []string{"one", "many", "hypothetical"}
)

var errLevel = errors.New("unknown level")

// Reader reads corpus files and remembers what has to be unique or to stay
// together over all of them.
type Reader struct {
	ids     map[string]string   // id -> where
	texts   map[[32]byte]string // digest of a text -> where
	authors map[string]string   // author -> split
	pairs   map[string]string   // pair -> split
}

// NewReader returns a reader that has seen nothing.
func NewReader() *Reader {
	return &Reader{map[string]string{}, map[[32]byte]string{}, map[string]string{}, map[string]string{}}
}

// Read reads the posts of one file, called name in errors. Everything wrong
// with it, up to 20 problems, is in the error.
func (r *Reader) Read(name string, in io.Reader) ([]Post, error) {
	var posts []Post
	var problems []error
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		where := fmt.Sprintf("%s:%d", name, n)
		var p Post
		err := decode(lines.Bytes(), &p)
		if err == nil {
			err = errors.Join(p.check(), r.remember(&p, where))
		}
		if err != nil {
			problems = append(problems, locate(where, p.ID, err))
			if len(problems) == maxProblems {
				break
			}
			continue
		}
		posts = append(posts, p)
	}
	if err := lines.Err(); err != nil {
		problems = append(problems, fmt.Errorf("%s: %w", name, err))
	}
	return posts, errors.Join(problems...)
}

func locate(where, id string, err error) error {
	if id == "" {
		return fmt.Errorf("%s: %w", where, err)
	}
	return fmt.Errorf("%s: %q: %w", where, id, err)
}

// decode reads one line; the errors of encoding/json may quote it, so they
// are put in words of our own.
func decode(line []byte, p *Post) error {
	if !utf8.Valid(line) {
		return errors.New("not UTF-8")
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch err := json.Unmarshal(line, p); {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON at byte %d", syntax.Offset)
	case errors.As(err, &kind):
		return fmt.Errorf("key %q: wrong kind of value", kind.Field)
	default:
		return err
	}
}

// check holds the post against the labelling guide.
func (p *Post) check() error {
	var problems []error
	wrong := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	if p.ID == "" {
		wrong("no id")
	}
	if p.Text == "" {
		wrong("no text")
	}
	for i, label := range p.Labels {
		if _, ok := verdict.ParseCategory(label); !ok {
			wrong("unknown label %q", label)
		}
		if slices.Contains(p.Labels[:i], label) {
			wrong("label %q twice", label)
		}
	}
	for i, s := range p.Spans {
		if _, ok := verdict.ParseSpanType(s.Type); !ok {
			wrong("span %d: unknown type %q", i+1, s.Type)
		}
		if s.Text == "" || !strings.Contains(p.Text, s.Text) {
			wrong("span %d (%s) is not in the text", i+1, s.Type)
		}
	}
	for i, a := range p.About {
		if !slices.Contains(relations, a.Who) {
			wrong("about %d: unknown who %q", i+1, a.Who)
		}
		if !slices.Contains(numbers, a.Number) {
			wrong("about %d: unknown number %q", i+1, a.Number)
		}
		if !strings.Contains(p.Text, a.Text) {
			wrong("about %d is not in the text", i+1)
		}
	}
	return errors.Join(problems...)
}

// remember refuses what was seen before: an id, a text, an author or a pair
// in another split.
func (r *Reader) remember(p *Post, where string) error {
	var problems []error
	if first, ok := r.ids[p.ID]; ok {
		problems = append(problems, fmt.Errorf("same id as %s", first))
	} else {
		r.ids[p.ID] = where
	}
	digest := sha256.Sum256([]byte(strings.Join(strings.Fields(strings.ToLower(p.Text)), " ")))
	if first, ok := r.texts[digest]; ok {
		problems = append(problems, fmt.Errorf("same text as %s", first))
	} else {
		r.texts[digest] = where
	}
	for _, group := range []struct {
		kind, name string
		split      map[string]string
	}{{"author", p.Author, r.authors}, {"pair", p.Pair, r.pairs}} {
		if group.name == "" {
			continue
		}
		if split, ok := group.split[group.name]; ok && split != p.Split {
			problems = append(problems, fmt.Errorf("%s %q is in split %q and in split %q", group.kind, group.name, split, p.Split))
		} else {
			group.split[group.name] = p.Split
		}
	}
	return errors.Join(problems...)
}
