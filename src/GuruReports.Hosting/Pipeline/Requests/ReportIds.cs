using System.Globalization;

namespace GuruReports.Hosting.Pipeline.Requests;

/// <summary>Gives reports their identifiers: four hexadecimal digits of this process, then a running number.</summary>
internal sealed class ReportIds
{
    private readonly string _process = MakeProcessPart();
    private int _last;

    public string Next() => _process + "-" + (++_last).ToString(CultureInfo.InvariantCulture);

    // Not the cryptographic generator: it needs OpenSSL, and ends the process where that is not installed.
    private static string MakeProcessPart() => Random.Shared.Next(1 << 16).ToString("x4", CultureInfo.InvariantCulture);
}
