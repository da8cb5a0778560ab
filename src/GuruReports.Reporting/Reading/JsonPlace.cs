using System.Globalization;
using System.Text.Json;

namespace GuruReports.Reporting.Reading;

/// <summary>A value of the document and the way to it, so that whatever is wrong can be told with its path.</summary>
internal sealed class JsonPlace(JsonElement element, JsonPlace? parent = null, string? name = null, int index = -1)
{
    public JsonValueKind Kind => element.ValueKind;

    public string Path => parent is null ? "$" : name is null ? string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{index}]") : $"{parent.Path}.{name}";

    public bool Has(string member) => Kind is JsonValueKind.Object && element.TryGetProperty(member, out _);

    /// <summary>Returns a member; throws where there is none.</summary>
    public JsonPlace Member(string member) => Kind is JsonValueKind.Object && element.TryGetProperty(member, out var value)
        ? new JsonPlace(value, this, member)
        : throw Wrong($"has no {member}");

    /// <summary>Returns a member; null where there is none or the document says null.</summary>
    public JsonPlace? Optional(string member) =>
        Kind is JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null ? new JsonPlace(value, this, member) : null;

    public IEnumerable<(string Name, JsonPlace Place)> Members() => Kind is JsonValueKind.Object
        ? element.EnumerateObject().Select(property => (property.Name, new JsonPlace(property.Value, this, property.Name)))
        : throw Wrong("is no object");

    public IReadOnlyList<T> Each<T>(Func<JsonPlace, T> read) => Kind is JsonValueKind.Array
        ? [.. element.EnumerateArray().Select((item, i) => read(new JsonPlace(item, this, index: i)))]
        : throw Wrong("is no array");

    public string Text() => Kind is JsonValueKind.String ? element.GetString()! : throw Wrong("is no text");

    public bool Truth() => Kind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Wrong("is no truth value");

    public int Integer() => Kind is JsonValueKind.Number && element.TryGetInt32(out var number) ? number : throw Wrong("is no whole number of 32 bits");

    public long Long() => Kind is JsonValueKind.Number && element.TryGetInt64(out var number) ? number : throw Wrong("is no whole number of 64 bits");

    public double Number() => Kind is JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong("is no number");

    public TimeSpan Seconds() =>
        Kind is JsonValueKind.Number && element.TryGetDecimal(out var seconds) && Math.Abs(seconds) < long.MaxValue / TimeSpan.TicksPerSecond + 1
            && Math.Round(seconds * TimeSpan.TicksPerSecond) is >= long.MinValue and <= long.MaxValue and var ticks
            ? new TimeSpan((long)ticks)
            : throw Wrong("is no span of time in seconds");

    public DateTimeOffset Time() =>
        Kind is JsonValueKind.String && DateTimeOffset.TryParse(element.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Wrong("is no moment");

    public T Word<T>()
        where T : struct, Enum =>
        Text() is var word && Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0])
            ? value
            : throw Wrong($"is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    public InvalidDataException Wrong(string what) => new($"This is no report as its schema describes it: {Path} {what}");
}
