using System.Buffers.Text;
using System.Text;

namespace GuruReports.Inspection.Processes;

/// <summary>The line that the kernel writes for a process and for a thread (proc_pid_stat(5)): <c>42 (name) S 7 …</c>.</summary>
internal readonly ref struct StatLine
{
    private readonly ReadOnlySpan<byte> _name;
    private readonly ReadOnlySpan<byte> _fields;

    private StatLine(int id, ReadOnlySpan<byte> name, ReadOnlySpan<byte> fields)
    {
        Id = id;
        _name = name;
        _fields = fields;
    }

    public int Id { get; }

    public string Name => Encoding.UTF8.GetString(_name);

    /// <summary>The letter of the state; '?' when there is none.</summary>
    public char State => _fields is [var letter, (byte)' ', ..] ? (char)letter : '?';

    /// <summary>Finds the parts of a line; false when it is none or cut before the state.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out StatLine line)
    {
        // The name stands in parentheses and may itself hold spaces and parentheses: the last one ends it.
        var open = text.IndexOf((byte)'(');
        var close = text.LastIndexOf((byte)')');
        if (open < 1 || close < open || close + 2 >= text.Length || !Utf8Parser.TryParse(text, out int id, out var length) || length != open - 1)
        {
            line = default;
            return false;
        }

        line = new StatLine(id, text[(open + 1)..close], text[(close + 2)..]);
        return true;
    }

    /// <summary>Reads the number of a field, counted from the state, which is 0; null when the line has no such number.</summary>
    public long? Number(int field)
    {
        foreach (var range in _fields.Split((byte)' '))
        {
            if (field-- == 0)
            {
                return Utf8Parser.TryParse(_fields[range], out long number, out _) ? number : null;
            }
        }

        return null;
    }
}
