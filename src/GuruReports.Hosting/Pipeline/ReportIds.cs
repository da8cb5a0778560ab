using System.Globalization;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Gives reports their identifiers: four hexadecimal digits of this process, then a running number.</summary>
internal sealed class ReportIds
{
    private readonly string _process = MakeProcessPart();
    private int _last;

    public string Next() => _process + "-" + (++_last).ToString(CultureInfo.InvariantCulture);

    private static string MakeProcessPart()
    {
        Span<byte> random = stackalloc byte[2];
        System.Security.Cryptography.RandomNumberGenerator.Fill(random);
        return Convert.ToHexStringLower(random);
    }
}
