using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Runtime;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Names methods, with their lines, for frames and for delegates.</summary>
internal sealed class SymbolNames
{
    private readonly ModuleFiles _files;
    private readonly ModuleOwners _owners;
    private readonly TypeMembers _members;
    private readonly Dictionary<(ulong Method, ulong Address), SnapshotFrame> _frames = [];

    public SymbolNames(ModuleFiles files, ModuleOwners owners, TypeMembers members)
    {
        _files = files;
        _owners = owners;
        _members = members;
    }

    /// <summary>Whose code a type is; of an array, its elements.</summary>
    public CodeOwner Owner(ClrType? type)
    {
        while (type?.ComponentType is { } element)
        {
            type = element;
        }

        return _owners.Of(type?.Module);
    }

    /// <summary>Whose code a module is.</summary>
    public CodeOwner Owner(ClrModule module) => _owners.Of(module);

    /// <summary>The frame that stands for a thread; null when it is framework code alone.</summary>
    public SnapshotFrame? Blamed(IReadOnlyList<ThreadFrame> frames)
    {
        ThreadFrame? best = null;
        var level = CodeOwner.Framework;
        foreach (var frame in frames)
        {
            if (Owner(frame.Method.Type) is var owner && owner > level)
            {
                (best, level) = (frame, owner);
            }
        }

        return best is { } blamed ? Frame(blamed.Method, blamed.InstructionPointer) : null;
    }

    /// <summary>The frame of a thread at an address within a method.</summary>
    public SnapshotFrame Frame(ClrMethod method, ulong address)
    {
        if (_frames.TryGetValue((method.MethodDesc, address), out var frame))
        {
            return frame;
        }

        var owner = Owner(method.Type);
        var place = owner is CodeOwner.Framework ? null : Place(method, address);
        frame = new SnapshotFrame { Method = Name(method), File = place?.File, Line = place?.Line, Owner = owner };
        return _frames[(method.MethodDesc, address)] = frame;
    }

    /// <summary>The method as written, with its type and the types of its parameters.</summary>
    public string Name(ClrMethod method)
    {
        var name = ImageNames.OfMethod(method.Type.Name ?? "?", MetadataName(method) ?? method.Name ?? "?");
        var signature = method.Signature;
        var open = signature?.LastIndexOf('(') ?? -1;
        return open < 0 ? name : name + ParameterTypes.Shorten(signature![open..]);
    }

    /// <summary>The first line of a method; null when unknown.</summary>
    public SourcePlace? FirstLine(ClrMethod method) =>
        Owner(method.Type) is CodeOwner.Framework || _files.Find(method.Type.Module) is not { } file
            ? null
            : SourceLines.OfOffset(file, Handle(method), 0);

    /// <summary>The frame of an async method at the await with that number.</summary>
    public AsyncFrame StateMachine(ClrType type, int? state, AsyncFrameKind kind)
    {
        var file = _files.Find(type.Module);
        var handle = MetadataTokens.TypeDefinitionHandle(type.MetadataToken & 0xFFFFFF);
        var place = file is null || state is null ? null : SourceLines.OfAwait(file, handle, state.Value);
        return new AsyncFrame
        {
            Kind = kind,
            Method = ImageNames.OfStateMachine(type.Name ?? "?"),
            File = place?.File,
            Line = place?.Line,
            State = state,
            Owner = Owner(type),
        };
    }

    /// <summary>The frame of an async method that the runtime suspended, at an IL offset; null when that is unknown.</summary>
    public AsyncFrame Suspended(ClrMethod method, int? offset, int state)
    {
        var owner = Owner(method.Type);
        var place = offset is null || owner is CodeOwner.Framework || _files.Find(method.Type.Module) is not { } file ? null : SourceLines.OfOffset(file, Handle(method), offset.Value);
        return new AsyncFrame { Kind = AsyncFrameKind.Method, Method = AsyncName(method), File = place?.File, Line = place?.Line, State = state, Owner = owner };
    }

    /// <summary>The frame of an async method that a thread runs, at an address within it.</summary>
    public AsyncFrame Running(ClrMethod method, ulong address)
    {
        var frame = Frame(method, address);
        return new AsyncFrame { Kind = AsyncFrameKind.Method, Method = AsyncName(method), File = frame.File, Line = frame.Line, Owner = frame.Owner };
    }

    /// <summary>An async method is named without its parameters, as one that the compiler made a state machine of.</summary>
    private string AsyncName(ClrMethod method) =>
        ImageNames.OfMethod(_members.WithParameters(method.Type), MetadataName(method) ?? method.Name ?? "?");

    /// <summary>The runtime's own text of a name breaks at the angle brackets that the compiler puts in.</summary>
    private string? MetadataName(ClrMethod method)
    {
        var handle = Handle(method);
        return handle.IsNil || _files.Find(method.Type.Module) is not { Metadata: { } metadata }
            || MetadataTokens.GetRowNumber(handle) > metadata.MethodDefinitions.Count
            ? null
            : metadata.GetString(metadata.GetMethodDefinition(handle).Name);
    }

    private static MethodDefinitionHandle Handle(ClrMethod method) =>
        MetadataTokens.MethodDefinitionHandle(method.MetadataToken & 0xFFFFFF);

    private SourcePlace? Place(ClrMethod method, ulong address)
    {
        // The address is that of the next instruction, so the call lies before it.
        var offset = method.GetILOffset(address - 1);
        return offset < 0 || _files.Find(method.Type.Module) is not { } file
            ? null
            : SourceLines.OfOffset(file, Handle(method), offset);
    }
}
