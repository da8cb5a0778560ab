namespace GuruReports.LibraryZoo;

/// <summary>What must come in no report.</summary>
internal static class Planted
{
    public const string Secret = "planted-Xq7vR2kp";
}
