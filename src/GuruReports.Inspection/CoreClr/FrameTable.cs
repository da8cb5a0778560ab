using System.Reflection;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.CoreClr;

/// <summary>Turns addresses into frames, and remembers those of code that stays.</summary>
internal sealed class FrameTable
{
    private const int Limit = 50_000;

    private readonly MethodFinder _finder;
    private readonly LiveModules _modules;
    private readonly StackTraceForge? _forge;
    private readonly Dictionary<ulong, CapturedFrame> _frames = [];
    private readonly Dictionary<ulong, CapturedFrame> _passing = [];
    private readonly Dictionary<ulong, MethodName> _names = [];
    private AssemblyOwners _owners = AssemblyOwners.Current;
    private ThreadCaptureOptions? _options;

    public FrameTable(MethodFinder finder, LiveModules modules, StackTraceForge? forge)
    {
        _finder = finder;
        _modules = modules;
        _forge = forge;
    }

    /// <summary>Gets the number of addresses that were not looked at because the time was up.</summary>
    public int Unresolved { get; private set; }

    /// <summary>Looks up every address that is not known yet.</summary>
    public void Resolve(IEnumerable<ulong> addresses, ThreadCaptureOptions options, Deadline deadline)
    {
        Unresolved = 0;
        Prepare(options);
        var own = new List<Pending>();
        var framework = new List<Pending>();
        try
        {
            foreach (var address in addresses)
            {
                if (_frames.ContainsKey(address) || _passing.ContainsKey(address))
                {
                    continue;
                }

                if (deadline.HasPassed)
                {
                    Unresolved++;
                    _passing[address] = Nameless(address, "[not looked up in time]");
                    continue;
                }

                Find(address, own, framework);
            }
        }
        finally
        {
            _modules.Release();
        }

        Place(own, options.SourceLines);
        Place(framework, lines: false);
    }

    /// <summary>Returns the frame of an address that was resolved.</summary>
    public CapturedFrame this[ulong address] =>
        _frames.TryGetValue(address, out var frame) || _passing.TryGetValue(address, out frame)
            ? frame
            : Nameless(address, "[unknown code]");

    private void Prepare(ThreadCaptureOptions options)
    {
        _passing.Clear();
        var owners = AssemblyOwners.Use(options.FrameworkAssemblies);
        var same = ReferenceEquals(owners, _owners) && _options?.SourceLines == options.SourceLines;
        _owners = owners;
        if (!same || _frames.Count > Limit)
        {
            _frames.Clear();
            _names.Clear();
        }

        _options = options;
    }

    private void Find(ulong address, List<Pending> own, List<Pending> framework)
    {
        var found = _finder.Find(address);
        if (found.DynamicName is not null)
        {
            _passing[address] = Nameless(address, $"{found.DynamicName}(…) [dynamic method]") with
            {
                Name = found.DynamicName,
                Kind = FrameKind.Dynamic,
                Owner = CodeOwner.Package,
            };
            return;
        }

        if (found.Method is not { } method)
        {
            _passing[address] = Nameless(address, found.Range == CodeRangeKind.Collectible ? "[collectible method]" : "[unknown code]");
            return;
        }

        var frame = Describe(address, found, method);
        if (found.Range == CodeRangeKind.Permanent)
        {
            (frame.Owner is CodeOwner.Framework ? framework : own).Add(new Pending(address, found.Handle, frame));
        }
        else
        {
            _passing[address] = frame;
        }
    }

    private CapturedFrame Describe(ulong address, FoundMethod found, MethodBase method)
    {
        if (found.Handle == 0 || !_names.TryGetValue(found.Handle, out var name))
        {
            name = Name(method);
            if (found.Handle != 0)
            {
                _names[found.Handle] = name;
            }
        }

        var assembly = method.Module.Assembly;
        return new CapturedFrame
        {
            Method = name.Full,
            Type = name.Type,
            Name = name.Name,
            Kind = name.Kind,
            Assembly = assembly.GetName().Name,
            Owner = _owners.Of(assembly),
            InstructionPointer = address,
        };
    }

    // A name is worth less than a stack: whatever reflection makes of an odd or trimmed method, the frame stays.
    private static MethodName Name(MethodBase method)
    {
        try
        {
            return MethodNames.Of(method);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new MethodName(method.DeclaringType?.FullName, method.Name, $"{method.DeclaringType?.FullName}.{method.Name}(…)", FrameKind.Method);
        }
    }

    private void Place(List<Pending> pending, bool lines)
    {
        var places = _forge is null || pending.Count == 0 ? [] : _forge.Read(pending.ConvertAll(one => new CodePoint(one.Address, one.Handle)), lines);
        for (var index = 0; index < pending.Count; index++)
        {
            var (address, _, frame) = pending[index];
            _frames[address] = index < places.Count ? frame with { ILOffset = places[index].ILOffset, File = places[index].File, Line = places[index].Line } : frame;
        }
    }

    private static CapturedFrame Nameless(ulong address, string text) =>
        new() { Method = text, Kind = FrameKind.Unresolved, InstructionPointer = address };

    private sealed record Pending(ulong Address, ulong Handle, CapturedFrame Frame);
}
