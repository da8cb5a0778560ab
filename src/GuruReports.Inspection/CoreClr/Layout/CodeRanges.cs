using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// Looks addresses up in the runtime's range section map (dotnet/runtime, datacontracts/ExecutionManager.md), as raw memory:
/// 5 levels of 256 pointers, the lowest leading to a list of fragments for a chunk of 128 KiB.
/// </summary>
internal sealed class CodeRanges
{
    private const int Levels = 5;
    private const int ChunkBits = 17;
    private const int CollectibleFlag = 1;
    private const int FragmentLimit = 1024;

    private readonly ulong _map;
    private readonly int _fragmentBegin;
    private readonly int _fragmentEnd;
    private readonly int _fragmentNext;
    private readonly int _fragmentSection;
    private readonly int _sectionFlags;

    /// <exception cref="ShapeException">The runtime does not describe its code as expected.</exception>
    public CodeRanges(RuntimeDescriptor descriptor)
    {
        _map = descriptor.Global("ExecutionManagerCodeRangeMapAddress") + (ulong)descriptor.Offset("RangeSectionMap", "TopLevelData");
        _fragmentBegin = descriptor.Offset("RangeSectionFragment", "RangeBegin");
        _fragmentEnd = descriptor.Offset("RangeSectionFragment", "RangeEndOpen");
        _fragmentNext = descriptor.Offset("RangeSectionFragment", "Next");
        _fragmentSection = descriptor.Offset("RangeSectionFragment", "RangeSection");
        _sectionFlags = descriptor.Offset("RangeSection", "Flags");
        if (Math.Max(Math.Max(_fragmentBegin, _fragmentEnd), Math.Max(_fragmentNext, _fragmentSection)) > 56)
        {
            throw new ShapeException("the runtime's range fragments are larger than expected");
        }
    }

    /// <summary>Classifies an address.</summary>
    public CodeRangeKind Classify(ulong address)
    {
        var level = _map;
        for (var index = Levels - 1; index >= 0; index--)
        {
            // Level 5 is part of the map itself; the others are reached by pointers.
            var slot = (address >> (ChunkBits + (index * 8))) & 0xFF;
            level = NativeMemory.ReadPointer(level + (slot * 8)) & ~1UL;
            if (level == 0)
            {
                return CodeRangeKind.None;
            }
        }

        return ClassifyFragments(level, address);
    }

    private CodeRangeKind ClassifyFragments(ulong fragment, ulong address)
    {
        Span<byte> raw = stackalloc byte[64];
        for (var count = 0; fragment != 0 && count < FragmentLimit; count++)
        {
            if (!NativeMemory.TryRead(fragment, raw[..(Math.Max(Math.Max(_fragmentBegin, _fragmentEnd), Math.Max(_fragmentNext, _fragmentSection)) + 8)]))
            {
                return CodeRangeKind.None;
            }

            if (address >= MemoryMarshal.Read<ulong>(raw[_fragmentBegin..]) && address < MemoryMarshal.Read<ulong>(raw[_fragmentEnd..]))
            {
                var section = MemoryMarshal.Read<ulong>(raw[_fragmentSection..]);
                return !NativeMemory.TryRead(section + (ulong)_sectionFlags, out int flags) ? CodeRangeKind.None
                    : (flags & CollectibleFlag) != 0 ? CodeRangeKind.Collectible
                    : CodeRangeKind.Permanent;
            }

            // The lowest bit of these pointers marks lists that hold collectible sections; it is no part of the address.
            fragment = MemoryMarshal.Read<ulong>(raw[_fragmentNext..]) & ~1UL;
        }

        return CodeRangeKind.None;
    }
}
