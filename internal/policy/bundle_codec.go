package policy

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf8"

	"secondlook/internal/verdict"
)

// bundleMagic begins every bundle; the byte after it is the schema.
const bundleMagic = "SLBUNDLE"

// ErrBundleSchema is returned for a bundle of a newer schema; a host keeps
// what it has and asks for an update.
var ErrBundleSchema = errors.New("update needed: this bundle was written for a newer Second Look")

// EncodeBundle writes b: the magic, the schema, then the fields in the order
// of their types, numbers as unsigned varints and strings as their length and
// their bytes. The same bundle gives the same bytes.
func EncodeBundle(b *Bundle) []byte { return encode(b, 4096) }

// encode has room for size bytes from the start.
func encode(b *Bundle, size int) []byte {
	c := coder{w: &writer{b: append(append(make([]byte, 0, size), bundleMagic...), BundleSchema)}}
	c.bundle(b)
	return c.w.b
}

// OpenBundle decodes a bundle and admits it: what opens holds to every rule
// that can be seen without reading a sentence (see Admit). The first reason
// against it is the error, a Refusal where the bytes themselves are sound.
func OpenBundle(blob []byte) (*Bundle, error) {
	b, err := DecodeBundle(blob)
	if err != nil {
		return nil, err
	}
	if refused := b.Admit(); len(refused) > 0 {
		return nil, refused[0]
	}
	return b, nil
}

// DecodeBundle decodes a bundle and asks nothing of what it says.
func DecodeBundle(blob []byte) (*Bundle, error) {
	switch {
	case len(blob) > MaxBundle:
		return nil, errors.New("the bundle has " + strconv.Itoa(len(blob)) + " bytes; at most " + strconv.Itoa(MaxBundle) + " are read")
	case len(blob) < len(bundleMagic)+1 || string(blob[:len(bundleMagic)]) != bundleMagic:
		return nil, errors.New("these bytes are no bundle: the header is missing")
	case blob[len(bundleMagic)] > BundleSchema:
		return nil, ErrBundleSchema
	case blob[len(bundleMagic)] != BundleSchema:
		return nil, errors.New("bundles of schema " + strconv.Itoa(int(blob[len(bundleMagic)])) + " are not known")
	}
	c := coder{r: &reader{b: blob, at: len(bundleMagic) + 1}}
	b := &Bundle{}
	c.bundle(b)
	if c.r.err == nil && c.r.at != len(blob) {
		c.r.fail("bytes after the end")
	}
	if c.r.err != nil {
		return nil, c.r.err
	}
	if !bytes.Equal(encode(b, len(blob)), blob) {
		return nil, errors.New("the bundle is not written the one way it may be written")
	}
	return b, nil
}

// coder goes over a bundle field by field, once to write and once to read, so
// that the two cannot differ. One of w and r is nil.
type coder struct {
	w     *writer
	r     *reader
	depth int
}

func (c *coder) bundle(b *Bundle) {
	c.str(&b.Agency)
	c.str(&b.Name)
	c.strs(&b.Languages)
	c.facts(&b.Facts)
	each(c, &b.Clients, func(c *coder, w *ClientWord) { c.str(&w.One); c.str(&w.Many) })
	each(c, &b.Names, func(c *coder, n *PublicName) { c.str(&n.Text); c.flag(&n.Program); c.flag(&n.Reveals) })
	each(c, &b.Levels, func(c *coder, l *LevelChange) { c.str(&l.Rule); small(c, &l.Level, verdict.Hold); c.text(&l.Why) })
	each(c, &b.Rules, (*coder).agencyRule)
	each(c, &b.Pages, func(c *coder, p *Page) {
		c.str(&p.ID)
		c.str(&p.Lang)
		c.str(&p.Title)
		each(c, &p.Body, (*coder).node)
	})
	c.strs(&b.Links)
	each(c, &b.Practice, func(c *coder, p *Practice) { c.str(&p.Draft); small(c, &p.Expect, verdict.Hold); c.text(&p.Why) })
}

func (c *coder) facts(f *Facts) {
	c.str(&f.Drafted)
	c.str(&f.Reviewed)
	c.str(&f.NextReview)
	c.strs(&f.Jurisdictions)
	c.strs(&f.Settings)
	each(c, &f.Reviews, func(c *coder, r *Review) { c.str(&r.Role); c.str(&r.By); c.str(&r.On); c.str(&r.How) })
	each(c, &f.Basis, func(c *coder, b *Basis) { c.str(&b.Cite); c.str(&b.On) })
	each(c, &f.Areas, func(c *coder, a *Area) { c.str(&a.Area); c.str(&a.Page) })
	for _, t := range f.texts() {
		c.text(t)
	}
	c.str(&f.Contact)
}

// texts are the texts of the facts, in the order of the codec.
func (f *Facts) texts() []*Text {
	return []*Text{&f.Consequences, &f.Support, &f.Revision, &f.Private, &f.Rights, &f.Training, &f.Benefits}
}

func (c *coder) agencyRule(r *AgencyRule) {
	c.str(&r.ID)
	small(c, &r.Kind, agencyKinds-1)
	small(c, &r.Category, verdict.Categories-1)
	small(c, &r.Level, verdict.Hold)
	c.str(&r.Authority)
	c.str(&r.Cite)
	c.text(&r.Message)
	c.text(&r.Why)
	c.str(&r.Page)
	each(c, &r.Lists, (*coder).strs)
	c.num(&r.Within)
	c.strs(&r.Unless)
	c.strs(&r.Flag)
	c.strs(&r.Pass)
}

// DeepestNode is how far the nodes of a page may be nested.
const DeepestNode = 8

func (c *coder) node(n *Node) {
	if c.depth++; c.depth > DeepestNode && c.r != nil {
		c.fail("guidance is nested too deep")
		return
	}
	small(c, &n.Kind, nodeKinds-1)
	c.str(&n.Text)
	c.num(&n.To)
	each(c, &n.Of, (*coder).node)
	c.depth--
}

func (c *coder) text(t *Text) {
	each(c, t, func(c *coder, s *verdict.Said) { c.str(&s.Lang); c.str(&s.Text) })
}

func (c *coder) strs(s *[]string) { each(c, s, (*coder).str) }

func (c *coder) str(s *string) {
	if c.w != nil {
		c.w.str(*s)
		return
	}
	if *s = c.r.str(); !utf8.ValidString(*s) {
		c.fail("a text is not UTF-8")
	} else if HiddenMark(*s) >= 0 {
		c.fail("a text holds a mark that cannot be seen")
	}
}

func (c *coder) num(n *int) {
	if c.w != nil {
		c.w.count(*n)
		return
	}
	*n = int(c.r.num())
}

func (c *coder) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.num(&n)
	if *b = n == 1; n > 1 {
		c.fail("a yes or no is neither")
	}
}

func (c *coder) fail(what string) {
	if c.r != nil {
		c.r.fail(what)
	}
}

// small codes a number of a closed list.
func small[T ~uint8](c *coder, v *T, most T) {
	n := int(*v)
	c.num(&n)
	if n > int(most) {
		c.fail("a kind, a category or a level is not known")
		n = 0
	}
	*v = T(n)
}

// each codes a list. An empty one is nil.
func each[T any](c *coder, list *[]T, item func(*coder, *T)) {
	if c.w != nil {
		c.w.count(len(*list))
		for i := range *list {
			item(c, &(*list)[i])
		}
		return
	}
	n := c.r.count()
	for i := 0; i < n && c.r.err == nil; i++ {
		var v T
		item(c, &v)
		*list = append(*list, v)
	}
}
