using System.Globalization;
using System.Text;
using GuruReports.Inspection.Native;

namespace GuruReports.SnapshotReader.Memory;

/// <summary>The memory map of the image, in address order.</summary>
internal sealed unsafe class MemoryMap
{
    private readonly MemoryRegion[] _regions;

    private MemoryMap(MemoryRegion[] regions) => _regions = regions;

    public IReadOnlyList<MemoryRegion> Regions => _regions;

    /// <summary>Reads the map from an open /proc/&lt;pid&gt;/maps.</summary>
    public static MemoryMap Read(int descriptor) => Parse(ReadText(descriptor));

    public static MemoryMap Parse(string text)
    {
        var regions = new List<MemoryRegion>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
            {
                regions.Add(ParseLine(line));
            }
        }

        return new MemoryMap([.. regions]);
    }

    /// <summary>The region that holds the address, or null.</summary>
    public MemoryRegion? Find(ulong address)
    {
        int low = 0, high = _regions.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var region = _regions[middle];
            if (address < region.Start)
            {
                high = middle - 1;
            }
            else if (address >= region.End)
            {
                low = middle + 1;
            }
            else
            {
                return region;
            }
        }

        return null;
    }

    // 7f21c0000000-7f21c0021000 rw-s 00000000 00:01 1234   /memfd:doublemapper (deleted)
    private static MemoryRegion ParseLine(ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[6];
        var count = line.Split(fields, ' ', StringSplitOptions.RemoveEmptyEntries);
        var range = line[fields[0]];
        var dash = range.IndexOf('-');
        return new MemoryRegion(
            Hexadecimal(range[..dash]),
            Hexadecimal(range[(dash + 1)..]),
            line[fields[1]][3] == 's',
            Hexadecimal(line[fields[2]]),
            count == 6 ? line[fields[5]].Trim().ToString() : "");
    }

    private static ulong Hexadecimal(ReadOnlySpan<char> text) => ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string ReadText(int descriptor)
    {
        var text = new MemoryStream();
        var chunk = new byte[64 * 1024];
        fixed (byte* start = chunk)
        {
            nint count;
            while ((count = Libc.read(descriptor, start, (nuint)chunk.Length)) > 0)
            {
                text.Write(chunk, 0, (int)count);
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
