namespace GuruReports.Hosting.Boundary;

/// <summary>Tells the library's own parts from those of the service.</summary>
internal static class OwnCode
{
    /// <summary>Gets whether a part is of a type of the library; what it runs and hands over may still be the service's.</summary>
    public static bool Has(object part) => part.GetType().Assembly == typeof(OwnCode).Assembly;

    /// <summary>Gets whether a part runs code of the service.</summary>
    public static bool IsForeign(object part) => part is IForeignCode || !Has(part);

    /// <summary>Gets whether a part hands over what code of the service made.</summary>
    public static bool HandsOverForeign(object part) => part is IForeignValues || !Has(part);
}
