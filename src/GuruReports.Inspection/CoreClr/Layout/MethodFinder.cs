using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// Finds the method of a code address. Code that can go away is never handed to reflection by address: its method is
/// identified by raw reads and resolved only through a module that a live assembly holds.
/// </summary>
internal sealed unsafe class MethodFinder
{
    private const int DynamicClassification = 7;
    private const int ClassificationMask = 7;
    private const uint MethodTokenType = 0x0600_0000;

    private readonly CodeRanges _ranges;
    private readonly LiveModules _modules;
    private readonly delegate*<nint, nint> _describe;
    private readonly Func<nint, MethodBase?> _resolve;
    private readonly int _flags;
    private readonly int _tokenRemainder;
    private readonly int _chunkIndex;
    private readonly int _chunkTokenRange;
    private readonly int _chunkTable;
    private readonly int _tableModule;
    private readonly int _dynamicName;
    private readonly int _descSize;
    private readonly int _chunkSize;
    private readonly int _alignment = 8;

    /// <exception cref="ShapeException">The runtime has no such means, or others.</exception>
    [DynamicDependency(DynamicallyAccessedMemberTypes.NonPublicMethods, typeof(StackFrame))]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The members are kept by the attributes above.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "NativeAOT is turned away before.")]
    public MethodFinder(RuntimeDescriptor descriptor, CodeRanges ranges, LiveModules modules)
    {
        _ranges = ranges;
        _modules = modules;
        const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;
        var resolve = typeof(StackFrame).GetMethod("GetMethodFromNativeIP", Hidden, [typeof(nint)]);
        var describe = typeof(StackFrame).GetMethod("GetMethodDescFromNativeIP", Hidden, [typeof(nint)]);
        if (resolve?.ReturnType != typeof(MethodBase) || describe is null || Marshal.SizeOf(describe.ReturnType) != IntPtr.Size)
        {
            throw new ShapeException("StackFrame cannot tell the method of an address");
        }

        _resolve = resolve.CreateDelegate<Func<nint, MethodBase?>>();
        _describe = (delegate*<nint, nint>)describe.MethodHandle.GetFunctionPointer();
        _flags = descriptor.Offset("MethodDesc", "Flags");
        _tokenRemainder = descriptor.Offset("MethodDesc", "Flags3AndTokenRemainder");
        _chunkIndex = descriptor.Offset("MethodDesc", "ChunkIndex");
        _descSize = descriptor.Size("MethodDesc");
        _chunkTokenRange = descriptor.Offset("MethodDescChunk", "FlagsAndTokenRange");
        _chunkTable = descriptor.Offset("MethodDescChunk", "MethodTable");
        _chunkSize = descriptor.Size("MethodDescChunk");
        _tableModule = descriptor.Offset("MethodTable", "Module");
        _dynamicName = descriptor.Offset("DynamicMethodDesc", "MethodName");
    }

    /// <summary>Finds the method whose code holds the address.</summary>
    public FoundMethod Find(ulong address)
    {
        var kind = _ranges.Classify(address);
        if (kind == CodeRangeKind.None)
        {
            return new FoundMethod(kind, 0, null, null);
        }

        // Under the runtime's own lock this finds the descriptor of code that exists at this moment, or none.
        var handle = (ulong)_describe((nint)address);
        if (handle == 0)
        {
            return new FoundMethod(kind, 0, null, null);
        }

        return kind == CodeRangeKind.Permanent
            ? new FoundMethod(kind, handle, _resolve((nint)address), null)
            : FindCollectible(handle);
    }

    private FoundMethod FindCollectible(ulong handle)
    {
        Span<byte> raw = stackalloc byte[64];
        if (_descSize > raw.Length || !NativeMemory.TryRead(handle, raw[.._descSize]))
        {
            return new FoundMethod(CodeRangeKind.Collectible, 0, null, null);
        }

        if ((raw[_flags] & ClassificationMask) == DynamicClassification)
        {
            var name = NativeMemory.ReadString(NativeMemory.ReadPointer(handle + (ulong)_dynamicName), 512);
            return new FoundMethod(CodeRangeKind.Collectible, 0, null, name);
        }

        var chunk = handle - (ulong)(_chunkSize + (raw[_chunkIndex] * _alignment));
        if (!NativeMemory.TryRead(chunk + (ulong)_chunkTokenRange, out ushort range))
        {
            return new FoundMethod(CodeRangeKind.Collectible, 0, null, null);
        }

        var remainder = MemoryMarshal.Read<ushort>(raw[_tokenRemainder..]);
        var token = MethodTokenType | ((uint)(range & 0x0FFF) << 12) | (remainder & 0x0FFFu);
        var module = NativeMemory.ReadPointer(NativeMemory.ReadPointer(chunk + (ulong)_chunkTable) + (ulong)_tableModule);
        return new FoundMethod(CodeRangeKind.Collectible, 0, _modules.Resolve(module, (int)token), null);
    }
}
