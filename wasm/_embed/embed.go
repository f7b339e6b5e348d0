// Package embed stands in for the standard one while engine.wasm is built
// (see WASMARGS): what //go:embed needs and no io/fs, which brings in time,
// syscall and what they start with, a tenth of the file. All else is built
// with the standard one; what is embedded reads the same.
package embed

// FS is laid out as the compiler fills it in.
type FS struct{ files *[]file }

type file struct {
	name, data string
	hash       [16]byte
}

type missing struct{}

func (missing) Error() string { return "no such file is embedded" }

// ReadFile returns the named file.
func (f FS) ReadFile(name string) ([]byte, error) {
	if f.files != nil {
		for i := range *f.files {
			if at := &(*f.files)[i]; at.name == name {
				return []byte(at.data), nil
			}
		}
	}
	return nil, missing{}
}
