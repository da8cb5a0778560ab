using GuruReports.Reporting.Model;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A list that the service goes on changing after it has handed it over.</summary>
internal static class ChangingList
{
    private static readonly List<ReportEntry> s_entries = [];

    public static ReportValue Share()
    {
        new Thread(Change) { IsBackground = true }.Start();
        return new ReportMap(s_entries);
    }

    private static void Change()
    {
        while (true)
        {
            for (var i = 0; i < 1000; i++)
            {
                s_entries.Add(new ReportEntry("name", new ReportText("value")));
            }

            s_entries.Clear();
        }
    }
}
