using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GuruReports.Inspection.CoreClr.NetTrace;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.CoreClr;

/// <summary>Names addresses from a rundown, by way of the loaded assemblies and their symbol files.</summary>
internal sealed class RundownFrames
{
    private readonly Rundown _rundown;
    private readonly bool _lines;
    private readonly AssemblyOwners _owners;
    private readonly SymbolFiles _symbols = new();
    private readonly Dictionary<string, Module> _modules = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, CapturedFrame> _frames = [];

    public RundownFrames(Rundown rundown, ThreadCaptureOptions options)
    {
        _rundown = rundown;
        _lines = options.SourceLines;
        _owners = AssemblyOwners.Use(options.FrameworkAssemblies);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            _modules.TryAdd(assembly.GetName().Name ?? "", assembly.ManifestModule);
            if (AssemblyFile.PathOf(assembly) is { } path)
            {
                _modules.TryAdd(path, assembly.ManifestModule);
            }
        }
    }

    /// <summary>Returns the frame of an address within code.</summary>
    public CapturedFrame Resolve(ulong address)
    {
        if (!_frames.TryGetValue(address, out var frame))
        {
            _frames[address] = frame = Find(address);
        }

        return frame;
    }

    private CapturedFrame Find(ulong address)
    {
        if (_rundown.Find(address) is not { } method)
        {
            return new CapturedFrame { Method = "[unknown code]", Kind = FrameKind.Unresolved, InstructionPointer = address };
        }

        if (method.IsDynamic)
        {
            return new CapturedFrame
            {
                Method = $"{method.Name}(…) [dynamic method]",
                Name = method.Name,
                Kind = FrameKind.Dynamic,
                Owner = CodeOwner.Package,
                InstructionPointer = address,
            };
        }

        return Resolve(method) is { } resolved
            ? Describe(address, method, resolved)
            : new CapturedFrame
            {
                Method = $"{method.Type}.{method.Name}(…)",
                Type = method.Type,
                Name = method.Name,
                Assembly = Path.GetFileNameWithoutExtension(_rundown.ModulePath(method.Module)),
                ILOffset = _rundown.ILOffset(method, address),
                InstructionPointer = address,
            };
    }

    private CapturedFrame Describe(ulong address, RundownMethod method, MethodBase resolved)
    {
        var name = MethodNames.Of(resolved);
        var assembly = resolved.Module.Assembly;
        var owner = _owners.Of(assembly);
        var offset = _rundown.ILOffset(method, address);
        var place = owner is not CodeOwner.Framework && _lines && offset is { } il ? _symbols.Find(assembly, method.Token, il) : null;
        return new CapturedFrame
        {
            Method = name.Full,
            Type = name.Type,
            Name = name.Name,
            Kind = name.Kind,
            Assembly = assembly.GetName().Name,
            Owner = owner,
            ILOffset = offset,
            File = place?.File,
            Line = place?.Line,
            InstructionPointer = address,
        };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that is on a stack was not trimmed.")]
    private MethodBase? Resolve(RundownMethod method)
    {
        var path = _rundown.ModulePath(method.Module) ?? "";
        if (!_modules.TryGetValue(path, out var module) && !_modules.TryGetValue(Path.GetFileNameWithoutExtension(path), out module))
        {
            return null;
        }

        try
        {
            return module.ResolveMethod(method.Token);
        }
        catch (Exception error) when (error is ArgumentException or BadImageFormatException or NotSupportedException)
        {
            return null;
        }
    }
}
