using System.Globalization;

namespace GuruReports.Inspection.Snapshot.Budget;

/// <summary>Sizes of memory as reasons tell them: "596 MB", "1.2 GB".</summary>
internal static class ByteSize
{
    public const long Megabyte = 1024 * 1024, Gigabyte = 1024 * Megabyte;

    public static double Gigabytes(long bytes) => (double)bytes / Gigabyte;

    public static string Text(long bytes) => bytes >= Gigabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{Gigabytes(bytes):F1} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Megabyte:F0} MB");
}
