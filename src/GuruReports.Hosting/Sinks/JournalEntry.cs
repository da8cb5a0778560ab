using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GuruReports.Hosting.Sinks;

/// <summary>One entry in the journal's native protocol: fields, each as a line or with its length before it.</summary>
internal sealed class JournalEntry
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>Gets the entry as it is sent.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Adds a field of one line.</summary>
    /// <returns>This entry.</returns>
    internal JournalEntry Add(string name, string value)
    {
        Append($"{name}={JournalText.OneLine(value)}\n");
        return this;
    }

    /// <summary>Adds a field that may have many lines.</summary>
    /// <returns>This entry.</returns>
    internal JournalEntry AddText(string name, string text)
    {
        Append(name + "\n");
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(sizeof(ulong)), (ulong)Encoding.UTF8.GetByteCount(text));
        _bytes.Advance(sizeof(ulong));
        Append(text);
        Append("\n");
        return this;
    }

    private void Append(string text) => Encoding.UTF8.GetBytes(text, _bytes);
}
