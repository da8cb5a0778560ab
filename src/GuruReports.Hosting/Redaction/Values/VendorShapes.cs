using System.Buffers;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>How the tokens of vendors look that give themselves away by a mark. Data only: a new vendor is a new line.</summary>
internal static class VendorShapes
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> s_alphanumeric = SearchValues.Create(Digits + Lower + Upper);
    private static readonly SearchValues<char> s_word = SearchValues.Create(Digits + Lower + Upper + "_");
    private static readonly SearchValues<char> s_dashed = SearchValues.Create(Digits + Lower + Upper + "-");
    private static readonly SearchValues<char> s_url = SearchValues.Create(Digits + Lower + Upper + "_-");
    private static readonly SearchValues<char> s_base64 = SearchValues.Create(Digits + Lower + Upper + "+/=");
    private static readonly SearchValues<char> s_path = SearchValues.Create(Digits + Lower + Upper + "_/-");
    private static readonly SearchValues<char> s_mailPath = SearchValues.Create(Digits + Lower + Upper + "_@/-");
    private static readonly SearchValues<char> s_signs = SearchValues.Create(Digits + Lower + Upper + "_~.-=+/");
    private static readonly SearchValues<char> s_azure = SearchValues.Create(Digits + Lower + Upper + "_~.-");
    private static readonly SearchValues<char> s_capitals = SearchValues.Create(Digits + Upper);
    private static readonly SearchValues<char> s_small = SearchValues.Create(Digits + Lower);
    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create(Digits + "abcdefABCDEF");
    private static readonly SearchValues<char> s_digits = SearchValues.Create(Digits);

    /// <summary>Gets the shapes, each with the name of who makes it.</summary>
    public static IReadOnlyList<(string Vendor, TokenShape Shape)> All { get; } =
    [
        ("JSON Web Token", new("eyJ", new(s_url, 8), new(s_url, 2, Separator: '.'), new(s_url, 0, Separator: '.'), new(s_url, 1, Separator: '.', MayLack: true), new(s_url, 1, Separator: '.', MayLack: true)) { JoinsLeft = true }),
        .. Each("AWS", "AKIA ASIA ABIA ACCA", new(s_capitals, 16, 16), endsWord: true),
        .. Each("GitHub", "ghp_ gho_ ghu_ ghs_ ghr_", new(s_alphanumeric, 20)),
        .. Each("GitHub, fine-grained", "github_pat_", new(s_word, 22)),
        .. Each("GitLab", "glpat- gldt- glrt- glft- glsoat- glcbt- glimt- glagent- glptt- gloas-", new(s_url, 20)),
        .. Each("Stripe", "sk_live_ sk_test_ rk_live_ rk_test_", new(s_alphanumeric, 10)),
        .. Each("Webhook secret", "whsec_", new(s_base64, 16)),
        .. Each("HashiCorp Vault", "hvs. hvb. hvr.", new(s_url, 24)),
        ("HashiCorp Terraform", new(".atlasv1.", new TokenPart(s_url, 40)) { Before = new TokenPart(s_alphanumeric, 14) }),
        .. Each("DigitalOcean", "dop_v1_ doo_v1_ dor_v1_", new(s_hexadecimal, 64, 64)),
        .. Each("OpenAI, Anthropic and their kind", "sk- gsk_ pplx- xai- r8_ nvapi-", new(s_url, 20)),
        .. Each("Docker", "dckr_pat_ dckr_oat_", new(s_url, 20)),
        .. Each("Google OAuth", "ya29. GOCSPX- 1//0", new(s_url, 20)),
        .. Each("Google API", "AIza", new(s_url, 35, 35)),
        .. Each("Slack webhook", "hooks.slack.com/services/ hooks.slack.com/workflows/ hooks.slack.com/triggers/", new(s_path, 1), joinsLeft: true),
        ("Slack", new("xox", new(s_small, 1, 1), new(s_dashed, 10, Separator: '-'))),
        .. Each("Slack app", "xapp- xoxe.xoxp-", new(s_dashed, 10)),
        ("SendGrid", new("SG.", new(s_url, 16), new(s_url, 16, Separator: '.'))),
        ("Azure", new("8Q~", new TokenPart(s_azure, 31, 34)) { Before = new TokenPart(s_azure, 3) }),
        .. Each("npm", "npm_", new(s_alphanumeric, 36, 36)),
        .. Each("NuGet", "oy2", new(s_small, 43, 43), endsWord: true),
        .. Each("PyPI", "pypi-", new(s_url, 50)),
        .. Each("RubyGems", "rubygems_", new(s_hexadecimal, 48)),
        .. Each("Hugging Face", "hf_", new(s_alphanumeric, 30)),
        .. Each("Shopify", "shpat_ shpca_ shppa_ shpss_", new(s_hexadecimal, 32, 32)),
        .. Each("Facebook, Square", "EAAC EAAA EAAG", new(s_url, 30)),
        .. Each("Square", "sq0atp- sq0csp-", new(s_url, 20)),
        .. Each("Linear", "lin_api_ lin_oauth_", new(s_alphanumeric, 32)),
        .. Each("age", "AGE-SECRET-KEY-", new(s_capitals, 40)),
        .. Each("Discord webhook", "/api/webhooks/", new(s_digits, 1), joinsLeft: true, next: new(s_url, 1, Separator: '/')),
        .. Each("Office webhook", "/webhookb2/", new(s_mailPath, 1), joinsLeft: true),
        .. Each("Atlassian", "ATATT3 ATCTT3 ATBB", new(s_signs, 24)),
        .. Each("Grafana", "glsa_ glc_", new(s_word, 24)),
        .. Each("New Relic", "NRAK- NRII- NRJS- NRRA-", new(s_alphanumeric, 20)),
        .. Each("Doppler", "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.", new(s_signs, 20)),
        .. Each("Pulumi", "pul-", new(s_hexadecimal, 40, 40)),
        .. Each("Fly", "fo1_ fm1_ fm2_", new(s_signs, 40)),
        .. Each("PlanetScale", "pscale_tkn_ pscale_pw_ pscale_oauth_", new(s_signs, 32)),
        .. Each("Databricks", "dapi", new(s_hexadecimal, 32, 32), endsWord: true),
        .. Each("Dropbox", "sl. sl.u.", new(s_url, 60)),
        .. Each("Figma", "figd_ figo_", new(s_url, 30)),
        .. Each("Postman", "PMAK-", new(s_dashed, 50)),
        .. Each("Sentry", "sntrys_ sntryu_", new(s_signs, 40)),
        .. Each("Brevo", "xkeysib- xsmtpsib-", new(s_dashed, 60)),
        .. Each("Mailgun", "key- pubkey-", new(s_hexadecimal, 32, 32), endsWord: true),
        .. Each("Twilio", "SK", new(s_hexadecimal, 32, 32), endsWord: true),
        .. Each("Tailscale", "tskey-", new(s_dashed, 20)),
        .. Each("Artifactory", "AKCp cmVmdGtuOj", new(s_alphanumeric, 40)),
        .. Each("Netlify, Supabase, Replicate and their kind", "nfp_ sbp_ sbs_ rnd_ rpa_", new(s_word, 32)),
        .. Each("Notion", "ntn_ secret_", new(s_alphanumeric, 40)),
        .. Each("Contentful", "CFPAT-", new(s_url, 40)),
        .. Each("Adafruit", "aio_", new(s_alphanumeric, 28)),
        .. Each("Buildkite", "bkua_ bkct_", new(s_hexadecimal, 40)),
        .. Each("CircleCI", "CCIPAT_ CCIPRJ_", new(s_word, 40)),
        .. Each("SonarQube", "sqp_ squ_ sqa_", new(s_hexadecimal, 40, 40)),
        .. Each("Dynatrace", "dt0c01. dt0s01. dt0s16.", new(s_signs, 60)),
        .. Each("Typeform", "tfp_", new(s_signs, 40)),
        .. Each("EasyPost", "EZAK EZTK", new(s_alphanumeric, 50)),
        .. Each("Flutterwave", "FLWSECK_TEST- FLWSECK-", new(s_alphanumeric, 12)),
        .. Each("Alibaba", "LTAI", new(s_alphanumeric, 16, 24), endsWord: true),
        .. Each("Yandex", "t1. AQVN", new(s_signs, 35)),
        .. Each("NATS", "SUA SAA SOA SNA SCA", new(s_capitals, 53, 55), endsWord: true),
        .. Each("Plaid", "access-sandbox- access-development- access-production-", new(s_dashed, 36)),
        .. Each("1Password", "ops_eyJ", new(s_url, 60)),
        .. Each("Segment", "sgp_", new(s_alphanumeric, 40)),
        .. Each("Prefect", "pnu_ pnb_", new(s_alphanumeric, 36)),
        .. Each("Mapbox", "sk.eyJ", new(s_signs, 30)),
    ];

    private static IEnumerable<(string, TokenShape)> Each(string vendor, string marks, TokenPart part, bool endsWord = false, bool joinsLeft = false, TokenPart? next = null) =>
        marks.Split(' ').Select(mark => (vendor, new TokenShape(mark, next is null ? [part] : [part, next]) { EndsWord = endsWord, JoinsLeft = joinsLeft }));
}
