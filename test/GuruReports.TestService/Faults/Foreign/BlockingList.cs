using System.Collections;
using GuruReports.Reporting.Model;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A list that blocks at its first item.</summary>
internal sealed class BlockingList : IReadOnlyList<ReportValue>
{
    public int Count => 3;

    public ReportValue this[int index] => Block();

    public IEnumerator<ReportValue> GetEnumerator()
    {
        yield return Block();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ReportText Block()
    {
        Thread.Sleep(Timeout.Infinite);
        return new ReportText("");
    }
}
