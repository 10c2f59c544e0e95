using System.Collections.Frozen;

namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>
/// Functions that callers' SQL may call, in lower case. They read nothing but their arguments and make no text much longer than these (no repeat, lpad, format),
/// since no engine bounds the memory of that.
/// </summary>
public static class SqlFunctions
{
    public static FrozenSet<string> Allowed { get; } = string.Join(' ',
        // Aggregates and statistics
        "count sum avg min max bool_and bool_or every any_value array_agg string_agg json_agg jsonb_agg json_object_agg jsonb_object_agg bit_and bit_or bit_xor",
        "corr covar_pop covar_samp regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy",
        "stddev stddev_pop stddev_samp variance var_pop var_samp mode percentile_cont percentile_disc grouping",
        // Windows
        "row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value",
        // Conditions
        "coalesce nullif greatest least num_nonnulls num_nulls",
        // Numbers
        "abs cbrt ceil ceiling degrees div exp factorial floor gcd lcm ln log log10 mod power pow radians round sign sqrt trunc width_bucket scale min_scale trim_scale pi",
        "acos acosd asin asind atan atand atan2 atan2d cos cosd cot cotd sin sind tan tand sinh cosh tanh asinh acosh atanh random isnan isfinite",
        "float4 float8 int2 int4 int8 numeric bool text varchar bpchar",
        // Texts
        "ascii bit_length btrim char_length character_length chr concat concat_ws initcap left length lower ltrim md5 octet_length overlay position regexp_count regexp_instr",
        "regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_substr reverse right rtrim split_part starts_with strpos substr substring",
        "to_ascii to_hex translate trim upper unistr normalize is_normalized quote_literal quote_ident quote_nullable string_to_array like notlike texticlike texticnlike similar_to_escape like_escape",
        "sha224 sha256 sha384 sha512 encode decode convert_from convert_to to_char to_number replace",
        // Dates and times
        "age clock_timestamp date date_bin date_part date_trunc extract isfinite justify_days justify_hours justify_interval make_date make_interval make_time make_timestamp",
        "make_timestamptz now statement_timestamp timeofday to_date to_timestamp transaction_timestamp timezone overlaps timestamp timestamptz time timetz interval",
        // Arrays
        "array_append array_cat array_dims array_length array_lower array_ndims array_position array_positions array_prepend array_remove array_replace array_to_string array_upper",
        "cardinality unnest generate_subscripts array_to_json",
        // JSON
        "to_json to_jsonb row_to_json json_build_array json_build_object jsonb_build_array jsonb_build_object json_object jsonb_object json_array_length jsonb_array_length json_each jsonb_each",
        "json_each_text jsonb_each_text json_extract_path jsonb_extract_path json_extract_path_text jsonb_extract_path_text json_object_keys jsonb_object_keys json_array_elements",
        "jsonb_array_elements json_array_elements_text jsonb_array_elements_text json_typeof jsonb_typeof json_strip_nulls jsonb_strip_nulls jsonb_set jsonb_insert jsonb_pretty",
        "jsonb_path_exists jsonb_path_match jsonb_path_query jsonb_path_query_array jsonb_path_query_first",
        // Text search
        "array_to_tsvector get_current_ts_config numnode plainto_tsquery phraseto_tsquery websearch_to_tsquery querytree setweight strip to_tsquery to_tsvector ts_delete ts_filter",
        "ts_headline ts_rank ts_rank_cd tsquery_phrase tsvector_to_array",
        // Ranges and rows
        "generate_series isempty lower_inc upper_inc lower_inf upper_inf range_merge int4range int8range numrange daterange tsrange tstzrange")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
