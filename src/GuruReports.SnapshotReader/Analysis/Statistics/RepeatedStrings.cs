using System.Runtime.InteropServices;

namespace GuruReports.SnapshotReader.Analysis.Statistics;

/// <summary>
/// Counts equal strings in a table of fixed size: what repeats often stays, what is seen once makes room.
/// Strings longer than the walk's reach are compared by their beginning and length.
/// </summary>
internal sealed class RepeatedStrings
{
    private const int Slots = 1 << 18;
    private const int Probes = 4;
    private const int Compared = 256;
    private readonly Entry[] _entries = new Entry[Slots];

    public void Add(ulong address, int length, ReadOnlySpan<byte> bytes, ulong size)
    {
        // No more than the walk hands over of every object, or equal strings would differ by where they lie.
        var content = bytes[12..Math.Min(Math.Min(bytes.Length, Compared), (int)Math.Min(int.MaxValue, 12 + ((uint)length * 2UL)))];
        var hash = Hash(content, length);
        var weakest = -1;
        for (var probe = 0; probe < Probes; probe++)
        {
            var slot = (int)((hash + (ulong)probe) & (Slots - 1));
            ref var entry = ref _entries[slot];
            if (entry.Hash == hash)
            {
                entry.Count++;
                entry.Bytes += (long)size;
                return;
            }

            if (weakest < 0 || entry.Count < _entries[weakest].Count)
            {
                weakest = slot;
            }
        }

        // A full neighbourhood ages, so that an often repeated string that comes late still gets in.
        ref var victim = ref _entries[weakest];
        if (victim.Count > 1)
        {
            victim.Lost++;
            if (victim.Lost < victim.Count)
            {
                return;
            }
        }

        victim = new Entry { Hash = hash, Address = address, Length = length, Count = 1, Bytes = (long)size };
    }

    /// <summary>The strings that waste most bytes by being there more than once.</summary>
    public IEnumerable<(ulong Address, int Length, long Count, long Bytes)> Top(int count) => _entries
        .Where(static entry => entry.Count > 1)
        .OrderByDescending(static entry => entry.Bytes - (entry.Bytes / entry.Count))
        .ThenBy(static entry => entry.Hash)
        .Take(count)
        .Select(static entry => (entry.Address, entry.Length, entry.Count, entry.Bytes));

    private static ulong Hash(ReadOnlySpan<byte> content, int length)
    {
        var hash = ((ulong)length * 0x9E3779B97F4A7C15) | 1;
        var words = MemoryMarshal.Cast<byte, ulong>(content);
        foreach (var word in words)
        {
            hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
            hash ^= hash >> 32;
        }

        foreach (var rest in content[(words.Length * 8)..])
        {
            hash = (hash ^ rest) * 0x100000001B3;
        }

        return (hash ^ (hash >> 29)) | 1;
    }

    private struct Entry
    {
        public ulong Hash;
        public ulong Address;
        public int Length;
        public int Lost;
        public long Count;
        public long Bytes;
    }
}
