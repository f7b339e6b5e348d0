package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

const (
	abiVersion = 1
	page       = 64 << 10         // bytes of a wasm page
	roomiest   = 32 << 20         // bytes of memory an instance is kept with
	hardLimit  = (1 << 30) / page // pages an instance may ever have
	maxAnswer  = 256 << 20        // bytes of an answer that is believed
)

// Limits bound one check.
type Limits struct {
	Base  time.Duration // for any request; 0 is no limit of time, and no price for it
	PerMB time.Duration // and for each further megabyte of it
	Pages uint32        // of 64 KB: memory an instance may ever have
}

// Foreign is for an engine that is not known to end. It is far above what a
// draft takes (1 MB: about a second). The clock is looked at in every loop of
// the engine, which makes it some ten times slower.
var Foreign = Limits{Base: 10 * time.Second, PerMB: 30 * time.Second, Pages: hardLimit}

// Own is for the engine this program was built with: every step of it has a
// budget, and the drafts of the tests show that it ends. It is not stopped by
// the clock.
var Own = Limits{Pages: hardLimit}

// Errors of a check that callers tell apart. A *Refusal is the third.
var (
	ErrTime    = errors.New("the engine took too long and was stopped")
	ErrTrapped = errors.New("the engine broke down")

	// ErrProofless is returned for an engine from before there were bundles.
	ErrProofless = errors.New("this engine cannot prove a bundle: it is too old")
)

// Refusal is the engine's own word that it has no verdict for a request.
type Refusal struct {
	Code   string // "request", "size", "memory", "engine"
	Reason string // for people; holds no word of the draft
}

func (r *Refusal) Error() string {
	if r.Reason == "" {
		return "the engine failed on this draft"
	}
	return r.Reason
}

// Sandbox holds a compiled engine and at most one running instance of it. It
// is not safe for concurrent use.
type Sandbox struct {
	runtime wazero.Runtime
	cache   wazero.CompilationCache
	module  wazero.CompiledModule
	limits  Limits
	run     *instance // nil when the next check has to start one
	rules   []byte    // what Load put in force, for an instance that is started anew
	bundle  []byte    // what Propose gave, for the same
}

// Open compiles wasm and starts it. cacheDir is where machine code is kept,
// "" for nowhere; a folder that cannot be used is as good as none.
func Open(ctx context.Context, wasm []byte, cacheDir string, limits Limits) (*Sandbox, error) {
	s, err := compile(ctx, wasm, cacheDir, limits)
	if err != nil && cacheDir != "" {
		s, err = compile(ctx, wasm, "", limits) // a broken cache is no reason to fail
	}
	if err != nil {
		return nil, err
	}
	if err := s.start(ctx); err != nil {
		s.Close(ctx)
		return nil, err
	}
	return s, nil
}

func compile(ctx context.Context, wasm []byte, cacheDir string, limits Limits) (*Sandbox, error) {
	s := &Sandbox{limits: limits}
	config := wazero.NewRuntimeConfigCompiler().
		WithCloseOnContextDone(limits.Base > 0).
		WithMemoryLimitPages(limits.Pages)
	if cacheDir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(cacheDir)
		if err != nil {
			return nil, fmt.Errorf("cache of compiled engines: %w", err)
		}
		s.cache = cache
		config = config.WithCompilationCache(cache)
	}
	s.runtime = wazero.NewRuntimeWithConfig(ctx, config)
	_, err := wasi_snapshot_preview1.Instantiate(ctx, s.runtime)
	if err == nil {
		s.module, err = s.runtime.CompileModule(ctx, wasm)
	}
	if err == nil {
		err = isEngine(s.module)
	}
	if err != nil {
		s.Close(ctx)
		return nil, fmt.Errorf("not an engine, or part of one (%d bytes): %w", len(wasm), err)
	}
	return s, nil
}

// isEngine looks at the exports before anything runs.
func isEngine(m wazero.CompiledModule) error {
	exported := m.ExportedFunctions()
	for _, f := range []struct {
		name            string
		params, results int
	}{{"_initialize", 0, 0}, {"abi_version", 0, 1}, {"alloc", 1, 1}, {"check", 2, 1}, {"load", 2, 1}} {
		def, ok := exported[f.name]
		if !ok || len(def.ParamTypes()) != f.params || len(def.ResultTypes()) != f.results {
			return fmt.Errorf("it has no %s", f.name)
		}
	}
	if len(m.ExportedMemories()) != 1 {
		return errors.New("it has no memory")
	}
	return nil
}

// Check sends one request and returns the verdict's JSON, which is the
// caller's to keep. After any error but a *Refusal the next check starts a
// fresh instance.
func (s *Sandbox) Check(ctx context.Context, request []byte) ([]byte, error) {
	out, err := s.call(ctx, request, func(i *instance) api.Function { return i.check })
	if err != nil {
		return nil, err
	}
	return out, refusal(out)
}

// Suggest sends a check's request and returns the JSON of what of its draft could be said more generally.
func (s *Sandbox) Suggest(ctx context.Context, request []byte) ([]byte, error) {
	out, err := s.call(ctx, request, func(i *instance) api.Function { return i.suggest })
	if err != nil {
		return nil, err
	}
	return out, refusal(out)
}

// Load sends rules and returns the engine's report, {"ok":…}. Rules that were
// taken stay in force when the engine has to be started anew.
func (s *Sandbox) Load(ctx context.Context, rules []byte) ([]byte, error) {
	out, err := s.call(ctx, rules, func(i *instance) api.Function { return i.load })
	if err == nil && bytes.HasPrefix(out, taken) {
		s.rules = bytes.Clone(rules)
	}
	return out, err
}

// taken begins the report on rules that were taken.
var taken = []byte(`{"ok":true`)

// Propose gives the engine a bundle to prove and returns its report.
func (s *Sandbox) Propose(ctx context.Context, bundle []byte) ([]byte, error) {
	out, err := s.call(ctx, bundle, func(i *instance) api.Function { return i.propose })
	s.bundle = nil
	if err == nil && bytes.HasPrefix(out, taken) {
		s.bundle = bytes.Clone(bundle)
	}
	return out, err
}

// Prove tries steps [from,to) of the proof of the proposed bundle and returns the
// engine's report.
func (s *Sandbox) Prove(ctx context.Context, from, to int) ([]byte, error) {
	request := strconv.Itoa(from) + " " + strconv.Itoa(to)
	return s.call(ctx, []byte(request), func(i *instance) api.Function { return i.prove })
}

func (s *Sandbox) call(ctx context.Context, in []byte, of func(*instance) api.Function) ([]byte, error) {
	if s.limits.Base > 0 {
		bounded, cancel := context.WithTimeout(ctx, s.limits.Base+time.Duration(len(in)>>20)*s.limits.PerMB)
		defer cancel()
		ctx = bounded
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if s.run == nil {
		if err := s.start(ctx); err != nil {
			return nil, err
		}
		if err := s.restore(ctx); err != nil {
			s.stop()
			return nil, explain(ctx, err)
		}
	}
	f := of(s.run)
	if f == nil {
		return nil, ErrProofless
	}
	out, err := s.run.exchange(ctx, f, in)
	if err != nil || s.run.size() > roomiest {
		s.stop()
	}
	return out, explain(ctx, err)
}

// restore gives a fresh instance what the one before it had been given.
func (s *Sandbox) restore(ctx context.Context) error {
	for _, given := range []struct {
		f     api.Function
		bytes []byte
	}{{s.run.load, s.rules}, {s.run.propose, s.bundle}} {
		if len(given.bytes) == 0 || given.f == nil {
			continue
		}
		out, err := s.run.exchange(ctx, given.f, given.bytes)
		if err != nil {
			return err
		}
		if !bytes.HasPrefix(out, taken) {
			return ErrTrapped
		}
	}
	return nil
}

// explain tells a stopped engine from a broken one. What the runtime says of a
// trap is kept out: it may quote what the engine was reading.
func explain(ctx context.Context, err error) error {
	var exit *sys.ExitError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil && !errors.Is(ctx.Err(), context.DeadlineExceeded):
		return ctx.Err()
	case ctx.Err() != nil, errors.As(err, &exit) && exit.ExitCode() == sys.ExitCodeDeadlineExceeded:
		return ErrTime
	}
	return ErrTrapped
}

// Memory returns the bytes of the running instance, 0 where none runs.
func (s *Sandbox) Memory() int {
	if s.run == nil {
		return 0
	}
	return s.run.size()
}

// Close ends the engine and frees what it held.
func (s *Sandbox) Close(ctx context.Context) error {
	s.stop()
	err := s.runtime.Close(ctx)
	if s.cache != nil {
		err = errors.Join(err, s.cache.Close(ctx))
	}
	return err
}
