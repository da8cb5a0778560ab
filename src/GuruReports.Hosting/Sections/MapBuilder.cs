using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections;

/// <summary>Collects the named values of a section. Null becomes unknown or is left out, as the method's name says.</summary>
internal sealed class MapBuilder
{
    private readonly List<ReportEntry> _entries = [];

    /// <summary>Gets whether nothing was added.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Adds a value.</summary>
    public MapBuilder Add(string name, ReportValue value, string? remark = null)
    {
        _entries.Add(new ReportEntry(name, value, remark));
        return this;
    }

    /// <summary>Adds a size where it is known.</summary>
    public MapBuilder AddKnown(string name, long? bytes, string? remark = null) => bytes is { } size ? Add(name, new ReportSize(size), remark) : this;

    /// <summary>Adds a value where it is known.</summary>
    public MapBuilder AddKnown(string name, ReportValue? value, string? remark = null) => value is null ? this : Add(name, value, remark);

    /// <summary>Adds a map that has entries.</summary>
    public MapBuilder AddFilled(string name, MapBuilder map) => map.IsEmpty ? this : Add(name, map.Build());

    public ReportMap Build() => new(_entries);
}
