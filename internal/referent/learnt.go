package referent

import (
	_ "embed"
	"sync"
)

//go:embed relations.bin
var relations []byte

// Learnt is what was learnt of who is spoken of, from the people that the
// project's own posts are labelled with. The value is shared and not changed.
var Learnt = sync.OnceValue(func() *Relations { return OpenRelations(relations) })
