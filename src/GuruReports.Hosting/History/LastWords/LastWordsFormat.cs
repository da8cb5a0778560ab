using System.Buffers.Text;
using System.Globalization;
using System.Text;
using GuruReports.Hosting.Boundary;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.History.LastWords;

/// <summary>
/// The file of last words: two places of one size, written in turn, so that one is whole whenever the process ends. A place
/// is text, a name and a value a line, from a first line that names the format to a last one that says that it is whole.
/// </summary>
internal static class LastWordsFormat
{
    /// <summary>How many bytes a place has.</summary>
    public const int Place = 2048;

    /// <summary>How many places there are.</summary>
    public const int Places = 2;

    private const int LongestCrash = 200;

    private static readonly Encoding s_encoding = Encoding.ASCII;

    private static ReadOnlySpan<byte> First => "guru-last-words 2\n"u8;

    private static ReadOnlySpan<byte> Last => "whole\n"u8;

    /// <summary>Writes a row. Allocates nothing.</summary>
    /// <param name="place">Where to; what is behind the text becomes spaces.</param>
    /// <param name="identity">The lines that are always the same.</param>
    /// <param name="at">The time of day, in ticks of UTC.</param>
    /// <param name="hasEnded">Whether the process ends as it should.</param>
    /// <param name="memoryKills">See <see cref="LastWordsRow.MemoryKills"/>.</param>
    /// <param name="values">A number for each measure.</param>
    /// <returns>Whether it had room.</returns>
    public static bool TryWrite(Span<byte> place, ReadOnlySpan<byte> identity, long at, bool hasEnded, long? memoryKills, ReadOnlySpan<float> values)
    {
        Filling.With(place, (byte)' ');
        var writer = new PlaceWriter(place);
        writer.Text(First);
        writer.Text(identity);
        writer.Line("at "u8, at);
        writer.Line("ended "u8, hasEnded ? 1 : 0);
        writer.Line("kills "u8, memoryKills ?? -1);
        for (var index = 0; index < values.Length; index++)
        {
            writer.Number(index, values[index]);
        }

        writer.Text(Last);
        return !writer.IsFull;
    }

    /// <summary>Makes the lines that are always the same.</summary>
    public static byte[] Identity(int processId, DateTimeOffset startedAt, string boot) => s_encoding.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"pid {processId}\nstarted {startedAt.UtcTicks}\nboot {boot}\n"));

    /// <summary>Makes the line that names the exception by which the process ends.</summary>
    public static byte[] Crash(string exception) => s_encoding.GetBytes($"crash {BoundedText.Cut(exception, LongestCrash).ReplaceLineEndings(" ")}\n");

    /// <summary>Reads the newest whole place; null when there is none.</summary>
    public static LastWordsRow? Read(ReadOnlySpan<byte> file)
    {
        LastWordsRow? newest = null;
        for (var start = 0; start + Place <= file.Length && start < Places * Place; start += Place)
        {
            var row = ReadPlace(file.Slice(start, Place));
            newest = row is not null && (newest is null || row.At > newest.At) ? row : newest;
        }

        return newest;
    }

    private static LastWordsRow? ReadPlace(ReadOnlySpan<byte> place)
    {
        var end = place.LastIndexOf(Last);
        if (!place.StartsWith(First) || end < 0)
        {
            return null;
        }

        var lines = s_encoding.GetString(place[First.Length..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)).Where(line => line.Length == 2).ToLookup(line => line[0], line => line[1], StringComparer.Ordinal);
        return Number(lines["pid"]) is > 0 and <= int.MaxValue and var pid && Time(lines["started"]) is { } started && Time(lines["at"]) is { } at
            ? new LastWordsRow
            {
                ProcessId = (int)pid,
                StartedAt = started,
                At = at,
                Boot = lines["boot"].FirstOrDefault() ?? "",
                HasEnded = Number(lines["ended"]) == 1,
                Crash = lines["crash"].FirstOrDefault(),
                MemoryKills = Number(lines["kills"]) is >= 0 and var kills ? kills : null,
                Values = [.. Enumerable.Range(0, MeasureDefinition.Count).Select(index => Value(lines[string.Create(CultureInfo.InvariantCulture, $"m{index}")]))],
            }
            : null;
    }

    private static long? Number(IEnumerable<string> texts) =>
        long.TryParse(texts.FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Time(IEnumerable<string> texts) =>
        Number(texts) is { } ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static float Value(IEnumerable<string> texts) =>
        float.TryParse(texts.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : float.NaN;

    private ref struct PlaceWriter(Span<byte> place)
    {
        private readonly Span<byte> _place = place;
        private int _length;

        public bool IsFull { get; private set; }

        public void Text(ReadOnlySpan<byte> text)
        {
            IsFull |= !text.TryCopyTo(_place[_length..]);
            _length += IsFull ? 0 : text.Length;
        }

        public void Line(ReadOnlySpan<byte> name, long value)
        {
            Text(name);
            Written(Utf8Formatter.TryFormat(value, _place[_length..], out var written), written);
            Text("\n"u8);
        }

        // What is not known has no line.
        public void Number(int index, float value)
        {
            if (float.IsNaN(value))
            {
                return;
            }

            Text("m"u8);
            Written(Utf8Formatter.TryFormat(index, _place[_length..], out var written), written);
            Text(" "u8);
            Written(value.TryFormat(_place[_length..], out written, "R", CultureInfo.InvariantCulture), written);
            Text("\n"u8);
        }

        private void Written(bool hasRoom, int length)
        {
            IsFull |= !hasRoom;
            _length += IsFull ? 0 : length;
        }
    }
}
