using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// SHA-256 (FIPS 180-4) of a file. Written out here because the framework's needs OpenSSL: where that is not installed,
/// the first use ends the process, and where it is, a service that had no use for it would load it.
/// </summary>
internal static class FileDigest
{
    private const int BlockSize = 64;

    private static readonly uint[] s_constants = Fractions(cubeRoot: true, 64);
    private static readonly uint[] s_initial = Fractions(cubeRoot: false, 8);

    public static string Compute(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var state = (uint[])s_initial.Clone();
        var schedule = new uint[64];
        var chunk = new byte[256 * BlockSize];
        var room = chunk.Length - 2 * BlockSize;
        for (var (offset, ended) = (0L, false); !ended;)
        {
            var count = RandomAccess.Read(file, chunk.AsSpan(0, (int)Math.Min(room, length - offset)), offset);
            offset += count;
            ended = count < room;
            var filled = ended ? Pad(chunk, count, offset) : count;
            for (var block = 0; block < filled; block += BlockSize)
            {
                Compress(state, schedule, chunk.AsSpan(block, BlockSize));
            }
        }

        return string.Concat(state.Select(word => word.ToString("x8", CultureInfo.InvariantCulture)));
    }

    private static int Pad(byte[] chunk, int count, long length)
    {
        var end = (count + 9 + BlockSize - 1) / BlockSize * BlockSize;
        chunk.AsSpan(count, end - count).Clear();
        chunk[count] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(chunk.AsSpan(end - 8), length * 8);
        return end;
    }

    // Optimized at once: it would run a hundred times slower until the runtime finds out that it is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compress(uint[] state, uint[] w, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < 16; i++)
        {
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        }

        for (var i = 16; i < 64; i++)
        {
            var s0 = BitOperations.RotateRight(w[i - 15], 7) ^ BitOperations.RotateRight(w[i - 15], 18) ^ w[i - 15] >> 3;
            var s1 = BitOperations.RotateRight(w[i - 2], 17) ^ BitOperations.RotateRight(w[i - 2], 19) ^ w[i - 2] >> 10;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }

        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < 64; i++)
        {
            var s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var t1 = h + s1 + (e & f ^ ~e & g) + s_constants[i] + w[i];
            var s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var t2 = s0 + (a & b ^ a & c ^ b & c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    // The constants are the first 32 bits of the fractions of roots of the first primes; computed exactly, with
    // integers, instead of written down.
    private static uint[] Fractions(bool cubeRoot, int count)
    {
        var words = new uint[count];
        for (int found = 0, candidate = 2; found < count; candidate++)
        {
            if (Enumerable.Range(2, Math.Max(candidate - 2, 0)).All(divisor => candidate % divisor != 0))
            {
                words[found++] = (uint)Root((UInt128)candidate << (cubeRoot ? 96 : 64), cubeRoot ? 3 : 2);
            }
        }

        return words;
    }

    private static ulong Root(UInt128 value, int degree)
    {
        ulong low = 0, high = 1UL << 40;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = (degree == 2 ? (UInt128)middle * middle : (UInt128)middle * middle * middle) <= value ? (middle, high) : (low, middle);
        }

        return low;
    }
}
