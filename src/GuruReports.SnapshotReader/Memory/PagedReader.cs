using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Memory;

/// <summary>Reads the frozen image through a small cache of pages. Nothing in the image changes, so nothing is read twice.</summary>
internal sealed class PagedReader
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;
    private const int Slots = 2048;

    private readonly IDataReader _reader;
    private readonly ulong[] _tags = new ulong[Slots];
    private readonly byte[] _pages = GC.AllocateUninitializedArray<byte>(Slots * PageSize);

    public PagedReader(IDataReader reader)
    {
        _reader = reader;
        Array.Fill(_tags, ulong.MaxValue);
    }

    /// <summary>Reads straight from the image, past the cache; returns the bytes read.</summary>
    public int ReadBulk(ulong address, Span<byte> buffer) => _reader.Read(address, buffer);

    public bool TryRead<T>(ulong address, out T value)
        where T : unmanaged
    {
        value = default;
        return TryRead(address, MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref value, 1)));
    }

    public bool TryRead(ulong address, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var page = Page(address >> PageBits);
            if (page.IsEmpty)
            {
                return false;
            }

            var offset = (int)(address & (PageSize - 1));
            var length = Math.Min(buffer.Length, PageSize - offset);
            page.Slice(offset, length).CopyTo(buffer);
            buffer = buffer[length..];
            address += (uint)length;
        }

        return true;
    }

    /// <summary>Reads a pointer; 0 where nothing is mapped.</summary>
    public ulong Pointer(ulong address) => TryRead(address, out ulong value) ? value : 0;

    /// <summary>Reads an Int32; 0 where nothing is mapped.</summary>
    public int Int32(ulong address) => TryRead(address, out int value) ? value : 0;

    /// <summary>Reads the text of a string object, at most so many characters; null when it cannot be read.</summary>
    public string? Text(ulong address, int maximum)
    {
        if (address == 0 || !TryRead(address + 8, out int length) || length < 0)
        {
            return null;
        }

        var bytes = new byte[Math.Min(length, maximum) * 2];
        if (!TryRead(address + 12, bytes))
        {
            return null;
        }

        var text = Encoding.Unicode.GetString(bytes);
        return length > maximum ? text + "…" : text;
    }

    private ReadOnlySpan<byte> Page(ulong number)
    {
        var slot = (int)(number & (Slots - 1));
        var page = _pages.AsSpan(slot << PageBits, PageSize);
        if (_tags[slot] == number)
        {
            return page;
        }

        // A page is read whole or not at all: mappings are made of pages.
        _tags[slot] = ulong.MaxValue;
        if (_reader.Read(number << PageBits, page) != PageSize)
        {
            return default;
        }

        _tags[slot] = number;
        return page;
    }
}
