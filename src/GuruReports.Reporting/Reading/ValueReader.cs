using System.Globalization;
using System.Text.Json;
using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Reading;

/// <summary>Reads a value of the model: plain where JSON has the type, else by the member that names its shape.</summary>
internal static class ValueReader
{
    public static ReportValue Read(JsonPlace place) => place.Kind switch
    {
        JsonValueKind.String => new ReportText(place.Text()),
        JsonValueKind.Number => new ReportNumber(place.Number()),
        JsonValueKind.True or JsonValueKind.False => new ReportBoolean(place.Truth()),
        JsonValueKind.Array => new ReportList(place.Each(Read)),
        JsonValueKind.Object => Shape(place),
        _ => throw place.Wrong("is no value"),
    };

    /// <summary>Reads the entries of a map with the names that they had.</summary>
    public static IReadOnlyList<ReportEntry> Entries(JsonPlace map)
    {
        var (names, remarks) = (TextsByName(map.Optional("names")), TextsByName(map.Optional("remarks")));
        return [.. map.Member("map").Members().Select(entry =>
            new ReportEntry(names?.GetValueOrDefault(entry.Name) ?? entry.Name, Read(entry.Place), remarks?.GetValueOrDefault(entry.Name)))];
    }

    private static Dictionary<string, string>? TextsByName(JsonPlace? place) =>
        place?.Members().ToDictionary(member => member.Name, member => member.Place.Text(), StringComparer.Ordinal);

    private static ReportValue Shape(JsonPlace place)
    {
        if (place.Has("number"))
        {
            return Number(place);
        }

        return Known(place) ?? new ReportUnknown(
            place.Members().FirstOrDefault().Name is { } first ? $"a value of a kind that this version does not know: {first}" : "a value without a kind");
    }

    private static ReportValue? Known(JsonPlace place) =>
        place.Has("unknown") ? new ReportUnknown(place.Optional("unknown")?.Text())
        : place.Optional("bytes") is { } bytes ? new ReportSize(bytes.Long())
        : place.Optional("seconds") is { } seconds ? new ReportDuration(seconds.Seconds())
        : place.Optional("time") is { } time ? new ReportTime(time.Time())
        : place.Optional("series") is { } series ? Series(place, series)
        : place.Has("map") ? new ReportMap(Entries(place))
        : place.Has("columns") ? Table(place)
        : place.Optional("tree") is { } tree ? new ReportTree(tree.Each(Node))
        : place.Optional("stacks") is { } stacks ? new ReportStacks(stacks.Each(StackReader.Group))
        : null;

    private static ReportNumber Number(JsonPlace place)
    {
        var number = place.Member("number");
        return new ReportNumber(number.Kind is JsonValueKind.String ? NotFinite(number) : number.Number(), place.Optional("unit")?.Text());
    }

    private static double NotFinite(JsonPlace place) =>
        double.TryParse(place.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsFinite(number) ? number : throw place.Wrong("is no number");

    private static ReportSeries Series(JsonPlace place, JsonPlace values) => new()
    {
        Start = place.Member("start").Time(),
        Step = place.Member("stepSeconds").Seconds(),
        Values = values.Each(value => value.Kind is JsonValueKind.Null ? (double?)null : value.Number()),
        Unit = place.Optional("unit")?.Text(),
    };

    private static ReportTable Table(JsonPlace place) =>
        new(ReportReader.Texts(place, "columns"), place.Member("rows").Each(row => row.Each(Read)));

    private static ReportTreeNode Node(JsonPlace place) =>
        new(place.Member("label").Text(), Entries(place.Member("details")), place.Member("children").Each(Node));
}
