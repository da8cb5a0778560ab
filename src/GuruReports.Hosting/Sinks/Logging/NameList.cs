using System.Collections;

namespace GuruReports.Hosting.Sinks.Logging;

/// <summary>Names as a list, which providers that know lists store as one; as a text they read well for all others.</summary>
internal sealed class NameList(IReadOnlyList<string> names) : IReadOnlyList<string>
{
    /// <inheritdoc/>
    public int Count => names.Count;

    /// <inheritdoc/>
    public string this[int index] => names[index];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", names);
}
