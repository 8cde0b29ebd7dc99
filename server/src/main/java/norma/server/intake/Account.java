package norma.server.intake;

import java.util.List;
import java.util.Map;

/**
 * What was understood of a facts folder, and what was not; ready to be written as JSON.
 *
 * @param read rows of all sources; accepted, rejected and left out add up to it
 * @param leftOut rows that {@code only_if} kept from giving any fact
 * @param facts different facts by type
 * @param fields by type of fact, which fields came and which did not
 */
public record Account(
        long read,
        long accepted,
        long rejected,
        long leftOut,
        Map<String, Long> changes,
        Map<String, Long> facts,
        Map<String, FieldsAccount> fields,
        List<SourceAccount> sources) {

    /**
     * One file.
     *
     * @param repeated accepted rows that only said once more what was known
     * @param facts different facts by type; files read by one source are counted together
     * @param filled fields that had a value at least once, by type
     * @param reasons how often each reason of a rejection came, by code
     * @param rejections the first 1,000 of them
     * @param blanks how many rows said nothing, by column; columns that nobody asked for are absent
     * @param unusedColumns columns that are neither used nor ignored on purpose
     * @param timesTwice local times that came twice when clocks were put back; the first was taken
     */
    public record SourceAccount(
            String file,
            long read,
            long accepted,
            long rejected,
            long leftOut,
            long repeated,
            Map<String, Long> changes,
            Map<String, Long> facts,
            Map<String, List<String>> filled,
            Map<String, Long> reasons,
            List<Rejection> rejections,
            Map<String, Long> blanks,
            List<String> unusedColumns,
            List<ValuesAccount> values,
            List<LookupAccount> lookups,
            long timesTwice) {}

    /**
     * A value map.
     *
     * @param unused entries that no row had
     * @param unmatched how many values had no entry
     * @param samples the first few of them, then “…” when there were more
     */
    public record ValuesAccount(String column, List<String> unused, long unmatched, List<String> samples) {}

    /**
     * A lookup.
     *
     * @param keys different keys of the other file
     * @param repeatedKeys rows of the other file whose key had come before: the first stands
     * @param unread rows of the other file that could not be read
     * @param missing how many rows asked for a key that is not there
     * @param samples the first few of those keys, then “…” when there were more
     */
    public record LookupAccount(
            String name, String file, long keys, long repeatedKeys, long unread, long missing, List<String> samples) {}

    /**
     * @param filled had a value at least once
     * @param empty the mapping sets them, but no row had a value
     * @param unmapped the mapping does not set them
     */
    public record FieldsAccount(List<String> filled, List<String> empty, List<String> unmapped) {}
}
